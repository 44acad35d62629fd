import type { Loop } from '../descriptions';

/** A fixed set of real data beside generated data (MAD Sect. 2.2). With a random subset, real and generated samples compete for places. */
export const syntheticAugmentation: Loop = {
  id: 'synthetic-augmentation',
  name: 'Synthetic augmentation',
  short: 'augmented',
  summary: 'Each model is trained on the same fixed real samples, with generated ones added.',
  formula: 'D_t = D_1 and n_s samples of G_{t−1}',
  latex: '\\begin{aligned}D_t&=D_1\\cup\\{y_1,\\dots,y_{n_s}\\}\\\\y_i&\\sim G_{t-1}\\end{aligned}',
  symbols:
    'D₁: the real samples of generation 1, kept for good; Gₜ₋₁: the model before (other memories draw on earlier ones, too); n_s: synthetic samples per generation.',
  trap: 'The anchor holds the model to the error of that one real set, and never corrects it. Exact Gaussians settle; the digits’ network keeps sliding, only more slowly.',
  source: 'Alemohammad et al., arXiv 2307.01850, Sect. 2.2',
  parts: ['initial', 'synthetic'],
  memories: ['previous', 'all', 'subsample', 'last'],
};
