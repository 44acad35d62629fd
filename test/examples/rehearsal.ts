import type { Loop } from '../../src/engine/descriptions';

/** The fixed real data of generation 1, new real data and generated data together. */
export const rehearsal: Loop = {
  id: 'rehearsal',
  name: 'Rehearsal',
  short: 'rehearsal',
  summary: 'Each model is trained on the first real samples, new real samples and generated ones.',
  formula: 'D_t = D_1, n_r new real samples and n_s samples of G_{t−1}',
  latex: String.raw`D_t=D_1\cup\{x_1,\dots,x_{n_r}\}\cup\{y_1,\dots,y_{n_s}\}`,
  symbols: 'D₁: the real samples of generation 1; xᵢ: new real samples; Gₜ₋₁: the model before.',
  trap: 'The first real samples count again in every generation, so their errors stay.',
  source: 'this example',
  parts: ['initial', 'fresh', 'synthetic'],
  memories: ['previous', 'all', 'last'],
};
