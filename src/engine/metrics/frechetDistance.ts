import type { Score } from '../contracts';
import { traceOfRootProduct } from '../math/centredFactor';
import { about } from './about';
import type { Metric, PreparedCloud } from './scene';

export const frechetDistance: Metric = {
  ...about('frechetDistance'),
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
  const missing = real.missing(2) ?? synthetic.missing(2);
  if (missing) return missing;
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
