import type { ModelDescription } from '../descriptions';
import { always, count, type HelpOf, type Keys, MAD, NATURE, NO_FORMULA, OURS, type WordsOf } from '../keys/key';

export const ABOUT = {
  id: 'vae',
  kind: 'images',
  name: 'Variational autoencoder',
  summary: 'A small neural network that learns to squeeze images into a few numbers and to draw them again from random ones.',
  bias: 'Latent points are drawn with their variance scaled by λ: z ~ N(0, λ I), as in MAD for flows.',
  dataset: 'digits',
  tensors: 'always',
  steps: 'optimiser step',
  fitCost: {
    seconds: 3.2e-3,
    per: [
      ['steps', 1],
      ['units', 128],
      ['resolution', 14],
      ['resolution', 14],
    ],
  },
} as const satisfies ModelDescription;

export const VAE_KEYS = {
  resolution: count('Resolution', {
    min: 14,
    max: 28,
    allowed: [
      { value: 14, name: '14 × 14' },
      { value: 28, name: '28 × 28' },
    ],
    decides: ['data', 'floor'],
    fallback: () => 14,
  }),
  units: count('Hidden units', {
    min: 16,
    max: 512,
    scale: 'log',
    fallback: () => 128,
  }),
  latent: count('Latent dimensions', { min: 2, max: 32, fallback: () => 16 }),
  steps: count('Optimiser steps', {
    live: { long: 'optimiser steps', short: 'steps' },
    min: 10,
    scale: 'log',
    fallback: () => 400,
  }),
  beta: {
    type: 'number',
    label: 'β',
    live: false,
    applies: always,
    min: 0,
    max: 4,
    scale: 'linear',
    fallback: () => 0.5,
  },
  decode: {
    type: 'choice',
    label: 'Decoder output',
    live: false,
    applies: always,
    options: [
      { id: 'mean', name: 'Mean' },
      { id: 'sample', name: 'Sampled pixels' },
    ],
    fallback: () => 'mean',
  },
} as const satisfies Keys;

export const VAE_HELP: HelpOf<typeof VAE_KEYS> = {
  resolution: 'side of the image in pixels',
  units: 'hidden units of the VAE: the model’s scale',
  latent: 'dimensions of the VAE’s latent space',
  steps: 'optimiser steps per generation, the same in every loop',
  beta: 'weight of the latent term in the VAE’s loss',
  decode: 'take the decoder’s mean, or draw every pixel from it',
};

export const VAE_WORDS: WordsOf<typeof VAE_KEYS> = {
  resolution: {
    meaning: 'Pixels along each side of a digit.',
    effect: '28 is MNIST as it is, and slower; at 14 each pixel is the mean of four.',
    ...NO_FORMULA,
    trap: 'Each size has its own classifier, so scores at 14 and 28 can’t be compared.',
    source: 'MNIST; 14 × 14 is a choice of MAD Lab',
  },
  units: {
    meaning: 'The scale of the network: neurons between image and latent variables.',
    effect: 'More: it can copy finer detail, and takes longer to train.',
    formula: 'side² → units → latent → units → side²',
    latex: '\\text{side}^2\\to h\\to d_z\\to h\\to\\text{side}^2',
    symbols: 'h: hidden units; d_z: latent dimensions.',
    trap: 'A larger network given the same steps is not always a better one.',
    source: OURS,
  },
  latent: {
    meaning: 'How many numbers the network squeezes an image into.',
    effect: 'More: room for more kinds of digits; fewer: blurrier, more alike.',
    formula: 'z ~ N(0, λ I)',
    latex: 'z\\sim\\mathcal N(0,\\,\\lambda\\,I_{d_z})',
    symbols: 'z: the point from which the decoder draws an image; d_z: latent dimensions; λ: sampling bias.',
    trap: 'A network may leave some of them unused.',
    source: `${MAD}: λ in latent space, for flows; the size is a choice of MAD Lab`,
  },
  steps: {
    meaning: 'How long each network is trained, in steps of 64 images.',
    effect: 'More: each generation fits its training set better, and takes longer.',
    ...NO_FORMULA,
    trap: 'It is the same in every loop, unlike in the papers, which train in epochs: so a difference between loops is one of data.',
    source: OURS,
  },
  beta: {
    meaning: 'How strongly the network is made to keep its latent variables close to standard normal ones.',
    effect: 'Higher: smoother and more alike; lower: sharper images, but random latent points may give odd ones.',
    formula: 'loss = cross-entropy + β · KL(q(z|x) ‖ N(0, I))',
    latex: '\\text{loss}=\\text{cross-entropy}+\\beta\\,\\mathrm{KL}\\bigl(q(z\\mid x)\\,\\|\\,\\mathcal N(0,I)\\bigr)',
    symbols: 'q(z|x): what the encoder infers of image x; KL: Kullback-Leibler divergence.',
    trap: 'β changes how fast variance is lost in every loop, so compare loops at one β.',
    source: 'our recipe: MODEL.md, models',
  },
  decode: {
    meaning: 'Whether a generated image is the decoder’s grey mean, or black and white pixels drawn from it.',
    effect: 'Means look smooth but lose variance every generation, even with unlimited data; drawn pixels lose much less.',
    ...NO_FORMULA,
    trap: 'Drawn pixels look noisy, and are the more faithful samples.',
    source: `means as in the code of ${NATURE}`,
  },
};
