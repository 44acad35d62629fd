import type { Loop } from '../descriptions';

/** Only generated data (MAD Sect. 2.2). */
export const fullySynthetic: Loop = {
  id: 'fully-synthetic',
  name: 'Fully synthetic',
  short: 'synthetic',
  summary: 'After generation 1, each model is trained only on what earlier models made.',
  formula: 'D_t = n_s samples of G_{t−1}',
  latex: '\\begin{aligned}D_t&=\\{y_1,\\dots,y_{n_s}\\}\\\\y_i&\\sim G_{t-1}\\end{aligned}',
  symbols:
    'Dₜ: training set of generation t; Gₜ₋₁: the model before (other memories draw on earlier ones, too); n_s: synthetic samples per generation.',
  trap: 'Nothing real ever corrects it. With faithful sampling and the memory previous the average variance of many Gaussian runs stays flat while nearly every single run collapses.',
  source: 'Alemohammad et al., arXiv 2307.01850, Sect. 2.2',
  parts: ['synthetic'],
  memories: ['previous', 'all', 'last'],
};
