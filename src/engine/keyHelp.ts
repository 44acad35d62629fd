import type { Key } from './experiment';

/** What a model is told by the bias, on the page too. */
export const BIAS_HELP = 'at 1 a model is sampled faithfully; lower keeps to what is likeliest, and buys quality with diversity';

/** What each key is, in words for shells and docs. The page has its own explanations, and no room for these in its first bytes. */
export const KEY_HELP: Readonly<Record<Key, string>> = {
  v: 'version of this table of keys',
  model: 'what is fitted to each training set',
  dataset: 'where real data come from',
  dim: 'dimensions of the Gaussian data',
  points: 'the points of dataset=drawn, as the page writes them into links and files',
  loop: 'loops that run side by side',
  memory:
    'the synthetic data that a training set draws on: the previous generation, all earlier ones, a fixed-size random subset, or the last generations',
  span: 'how many of the last generations, with memory=last: each sample comes from one of their models, chosen at random',
  initialReal: 'real samples that generation 1 is trained on',
  real: 'new real samples in every training set of the fresh data loop',
  synthetic: 'new samples of earlier models in every training set',
  bias: BIAS_HELP,
  evaluation: 'samples drawn from each generation only to score it, against as many held-out real ones',
  generations: 'the last generation to run',
  replicates: 'independent repetitions of the whole experiment',
  seed: 'the same seed gives the same numbers',
  scores: 'scores computed at every generation: `all`, `none`, or names',
  k: 'neighbours in precision, recall, density and coverage',
  covariance: 'divide by n − 1 (unbiased) or by n (maximum likelihood)',
  components: 'Gaussians in the mixture',
  resolution: 'side of the image in pixels',
  units: 'hidden units of the VAE: the model’s scale',
  latent: 'dimensions of the VAE’s latent space',
  steps: 'optimiser steps per generation, the same in every loop',
  beta: 'weight of the latent term in the VAE’s loss',
  decode: 'take the decoder’s mean, or draw every pixel from it',
  changes: 'live keys changed during the run: GEN:key=value,key=value;GEN:…',
  backend: 'where the numbers are computed; auto takes the first that works of webgl, wasm and cpu',
};
