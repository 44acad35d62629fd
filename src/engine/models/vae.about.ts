import { DATASETS } from '../datasets/about';
import type { ModelDescription } from '../descriptions';
import { always, type Chosen, count, type Keys } from '../keys/key';

export const ABOUT = {
  id: 'vae',
  kind: 'images',
  name: 'Variational autoencoder',
  summary: 'A small neural network that learns to squeeze images into a few numbers and to draw them again from random ones.',
  bias: 'Latent points are drawn with their variance scaled by λ: z ~ N(0, λ I), as in MAD for flows.',
  dataset: 'digits',
  weighs: true,
  tensors: 'always',
  steps: 'optimiser step',
  fitCost: {
    seconds: 0.8e-3,
    per: [
      ['steps', 1],
      ['units', 128],
      ['resolution', 14],
      ['resolution', 14],
    ],
  },
} as const satisfies ModelDescription;

const about = (dataset: string) => DATASETS.find(({ id }) => id === dataset);

export const VAE_KEYS = {
  resolution: count('Resolution', {
    min: 14,
    max: 28,
    allowed: [
      { value: 14, name: '14 × 14' },
      { value: 28, name: '28 × 28' },
    ],
    decides: ['data', 'floor'],
    applies: ({ dataset }: Chosen) => about(dataset)?.resolution === undefined,
    elsewhere: ({ dataset }: Chosen) => `needs pictures of several sizes; dataset=${dataset} has none`,
    fallback: ({ dataset }: Chosen) => about(dataset)?.resolution ?? 14,
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
    fallback: ({ dataset }: Chosen) => about(dataset)?.beta ?? 0.5,
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
  warmStart: {
    cure: true,
    type: 'choice',
    label: 'Training starts',
    live: { long: 'training starts', short: 'start' },
    applies: always,
    options: [
      { id: 'false', name: 'Anew in every generation' },
      { id: 'true', name: 'From the weights of the one before' },
    ],
    fallback: () => 'false',
  },
} as const satisfies Keys;
