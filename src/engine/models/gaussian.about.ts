import type { ModelDescription } from '../descriptions';
import { always, type HelpOf, type Keys, MAD, NATURE, type WordsOf } from '../keys/key';

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
} as const satisfies Keys;

export const GAUSSIAN_HELP: HelpOf<typeof GAUSSIAN_KEYS> = {
  covariance: 'divide by n − 1 (unbiased) or by n (maximum likelihood)',
};

export const GAUSSIAN_WORDS: WordsOf<typeof GAUSSIAN_KEYS> = {
  covariance: {
    meaning: 'What the squares are divided by when a Gaussian’s variance is measured.',
    effect: 'Maximum likelihood comes out a little low every time, so the fully synthetic variance shrinks even in the mean.',
    formula: 'mean of Σ_t over runs: Σ_0 when divided by n − 1, (1 − 1/n)^t Σ_0 when divided by n',
    latex: '\\mathbb E\\,\\Sigma_t=\\begin{cases}\\Sigma_0&\\text{by }n-1\\\\(1-\\frac1n)^t\\,\\Sigma_0&\\text{by }n\\end{cases}',
    symbols: 'Fully synthetic, λ = 1, n samples in every generation t; Σₜ: fitted covariance; Σ₀: the true one.',
    trap: 'Unbiased saves the mean, not the typical run, which collapses either way.',
    source: `n − 1: ${MAD}, and ${NATURE}, Theorem 3.1; n: the latter’s code`,
  },
};
