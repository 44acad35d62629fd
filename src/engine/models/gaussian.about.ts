import type { ModelDescription } from '../descriptions';
import { always, type Keys } from '../keys/key';

export const ABOUT = {
  id: 'gaussian',
  kind: 'points',
  name: 'Gaussian',
  summary: 'One Gaussian: a mean and a covariance, measured from the training set.',
  bias: 'The covariance is multiplied by λ.',
  dataset: 'gaussian',
  weighs: true,
  isOneGaussian: true,
  tensors: 'never',
  steps: null,
  fitCost: { seconds: 0, per: [] },
} as const satisfies ModelDescription;

export const GAUSSIAN_KEYS = {
  covariance: {
    type: 'choice',
    label: 'Covariance',
    live: false,
    applies: always,
    options: [
      { id: 'unbiased', name: 'Unbiased, 1/(n − 1)' },
      { id: 'mle', name: 'Maximum likelihood, 1/n' },
    ],
    fallback: () => 'unbiased',
  },
  neon: {
    cure: true,
    type: 'number',
    label: 'Neon w',
    live: false,
    applies: always,
    min: 0,
    max: 5,
    scale: 'linear',
    fallback: () => 0,
  },
} as const satisfies Keys;
