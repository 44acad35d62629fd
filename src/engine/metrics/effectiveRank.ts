import ln from '@stdlib/math-base-special-ln';
import type { Score } from '../contracts';
import { exp } from '../math/exp';
import { symmetricEigenvalues } from '../math/symmetricEigen';
import { isUndefined, type Metric, type PreparedCloud } from './scene';

export const effectiveRank: Metric = {
  id: 'effectiveRank',
  name: 'Effective rank',
  aspect: 'diversity',
  better: 'neither',
  range: [1, null],
  scale: 'linear',
  meaning: 'In how many directions the generated samples spread: 1 when they lie on a line, the full dimension when they spread equally in all.',
  formula: 'exp(−Σ p ln p), p = eigenvalues of the covariance of the generated samples, divided by their sum',
  latex: '\\exp\\Bigl(-\\sum_i p_i\\ln p_i\\Bigr)',
  symbols: 'pᵢ: eigenvalues of the covariance of the generated samples, divided by their sum.',
  trap: 'It measures the shape of the spread, not its size: a cloud that shrinks evenly keeps its effective rank.',
  source: 'Roy and Vetterli 2007, here with eigenvalues of the covariance',
  kinds: ['points', 'images'],
  needsModes: false,
  rank: null,
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
