import type { Score } from '../contracts';
import { traceOfRootProduct } from '../math/centredFactor';
import type { Metric, PreparedCloud } from './scene';

export const frechetDistance: Metric = {
  id: 'frechetDistance',
  name: 'Frechet distance',
  aspect: 'error',
  better: 'lower',
  range: [0, null],
  scale: 'linear',
  meaning:
    'How far the generated samples are from held-out real ones in mean, spread and correlation; 0 when all three agree. Points are compared in their own coordinates, digits in 64 features of a digit classifier.',
  formula: '|m_r − m_s|² + tr(S_r + S_s − 2 (S_r S_s)^½), with means m and covariances S (divisor n − 1); the squared distance of two Gaussians',
  latex: '\\begin{aligned}&|m_r-m_s|^2\\\\&+\\operatorname{tr}\\left(S_r+S_s-2\\,(S_rS_s)^{1/2}\\right)\\end{aligned}',
  symbols: 'm, S: mean and covariance (divisor n − 1) of r, real, and s, generated samples. The squared distance of two Gaussians.',
  trap: 'It sees only mean and covariance. On a ring, opposite modes cancel in both, so in a single run it may fall while modes die: judge the ring by recall and modes alive, or by the median of at least 8 replicates.',
  source: 'Dowson and Landau 1982; for generative models Heusel et al. 2017, arXiv 1706.08500',
  kinds: ['points', 'images'],
  needsModes: false,
  rank: 3,
  *compute({ real, synthetic }) {
    return yield* squaredFrechet(real, synthetic);
  },
};

/** What rounding left of the means counts from this share of the spread on: far from the origin. */
const NOTHING = 1e-13;

/**
 * |m_x - m_y|^2 + tr(S_x + S_y - 2 (S_x S_y)^(1/2)) with unbiased covariances, through the singular values of the centred QR factors.
 * Squared; rounding below 0 is cut off. Undefined with fewer than two samples on either side.
 */
function* squaredFrechet(real: PreparedCloud, synthetic: PreparedCloud): Generator<void, Score> {
  for (const [name, { count }] of [
    ['real', real],
    ['generated', synthetic],
  ] as const) {
    if (count < 2) return { undefined: `needs 2 ${name} samples, has ${count}` };
  }
  const { dim } = real.cloud;
  let value = -2 * traceOfRootProduct(yield* real.factor(), yield* synthetic.factor(), dim);
  for (let a = 0; a < dim; a++) {
    const spread = real.covariance[a * dim + a] + synthetic.covariance[a * dim + a];
    const rest = real.meanRest[a] - synthetic.meanRest[a];
    const shift = real.mean[a] - synthetic.mean[a] + (Math.abs(rest) > NOTHING * Math.sqrt(spread) ? rest : 0);
    value += spread + shift * shift;
  }
  return { value: Math.max(0, value) };
}
