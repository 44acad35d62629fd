import { DATASETS } from '../datasets/about';
import type { ModelDescription } from '../descriptions';
import { type Chosen, count, type Keys } from '../keys/key';

export const ABOUT = {
  id: 'gaussian-mixture',
  kind: 'points',
  name: 'Gaussian mixture',
  summary: 'Several Gaussians with weights, fitted by expectation maximisation.',
  bias: 'Every component’s covariance is multiplied by λ. (The MAD paper defines no bias for mixtures; this is our extension.)',
  dataset: 'ring',
  caption: 'of {components} components',
  most: { dim: { value: 2, why: 'the mixture is fitted in 1 or 2 dimensions', instead: 'gaussian' } },
  weighs: true,
  tensors: 'on a GPU',
  steps: 'fitting, step',
  fitCost: {
    seconds: 2e-3,
    per: [
      ['synthetic', 200],
      ['components', 8],
    ],
  },
} as const satisfies ModelDescription;

export const MIXTURE_KEYS = {
  components: count('Components', {
    min: 1,
    max: 32,
    fallback: ({ dataset }: Chosen) => DATASETS.find(({ id }) => id === dataset)?.components || 1,
  }),
} as const satisfies Keys;
