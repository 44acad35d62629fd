import type { Score } from '../contracts';
import { exp } from '../math/exp';
import { ln } from '../math/ln';
import { symmetricEigenvalues } from '../math/symmetricEigen';
import { about } from './about';
import { isUndefined, type Metric, type PreparedCloud } from './scene';

export const effectiveRank: Metric = {
  ...about('effectiveRank'),
  compute({ synthetic }) {
    return effectiveRankOf(synthetic);
  },
};

/** exp of the entropy of the normalised covariance eigenvalues; undefined for fewer than two samples or identical ones. */
export function effectiveRankOf(side: PreparedCloud): Score {
  const trace = side.trace();
  if (isUndefined(trace)) return trace;
  if (trace.value === 0) return { undefined: 'all samples coincide' };
  const eigenvalues = symmetricEigenvalues(side.covariance, side.cloud.dim);
  const sum = eigenvalues.reduce((total, value) => total + Math.max(0, value), 0);
  return { value: exp(eigenvalues.reduce((entropy, value) => (value > 0 ? entropy - (value / sum) * ln(value / sum) : entropy), 0)) };
}
