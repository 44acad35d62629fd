import type { Loop } from '../descriptions';

/** New real data every generation beside generated data (MAD Sect. 2.2). */
export const freshData: Loop = {
  id: 'fresh-data',
  name: 'Fresh data',
  short: 'fresh',
  summary: 'Each model is trained on new real samples, drawn for it alone, with generated ones added.',
  formula: 'D_t = n_r new real samples and n_s samples of G_{t−1}',
  latex: '\\begin{aligned}D_t&=\\{x_1,\\dots,x_{n_r}\\}\\cup\\{y_1,\\dots,y_{n_s}\\}\\\\y_i&\\sim G_{t-1}\\end{aligned}',
  symbols:
    'xᵢ: real samples drawn for this generation alone; n_r, n_s: real and synthetic samples per generation; Gₜ₋₁: the model before (other memories draw on earlier ones, too).',
  trap: 'It settles at a level that does not depend on where it started, but only while real data keep coming: lower the fresh samples and see. The digits’ network still slides slowly.',
  source: 'Alemohammad et al., arXiv 2307.01850, Sect. 2.2 and eq. 3',
  parts: ['fresh', 'synthetic'],
  memories: ['previous', 'all', 'last'],
};
