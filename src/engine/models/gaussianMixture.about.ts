import { DATASETS } from '../datasets/about';
import type { ModelDescription } from '../descriptions';
import { type Chosen, count, type HelpOf, type Keys, type WordsOf } from '../keys/key';

export const ABOUT = {
  id: 'gaussian-mixture',
  kind: 'points',
  name: 'Gaussian mixture',
  summary: 'Several Gaussians with weights, fitted by expectation maximisation.',
  bias: 'Every component’s covariance is multiplied by λ. (The MAD paper defines no bias for mixtures; this is our extension.)',
  dataset: 'ring',
  caption: 'of {components} components',
  most: { dim: { value: 2, why: 'the mixture is fitted in 1 or 2 dimensions', instead: 'gaussian' } },
  tensors: 'on a GPU',
  steps: 'fitting, step',
  fitCost: {
    seconds: 8e-3,
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

export const MIXTURE_HELP: HelpOf<typeof MIXTURE_KEYS> = {
  components: 'Gaussians in the mixture',
};

export const MIXTURE_WORDS: WordsOf<typeof MIXTURE_KEYS> = {
  components: {
    meaning: 'How many Gaussians the mixture is made of.',
    effect: 'Fewer than the data have modes: one must bridge two. More: several share a mode.',
    formula: 'density = Σ w_k N(x; μ_k, Σ_k)',
    latex: 'p(x)=\\sum_{k=1}^{K}w_k\\,\\mathcal N(x;\\,\\mu_k,\\Sigma_k)',
    symbols: 'K: components; w, μ, Σ: weight, mean and covariance of each.',
    trap: 'The right number is no protection: modes are lost because samples run out, not components.',
    source: 'fixed choices of the fit: MODEL.md, models',
  },
};
