import type { Cloud, Score } from '../contracts';
import { KINDS } from '../kinds/about';
import { exp } from '../math/exp';
import { kernelGram } from '../math/incompleteCholesky';
import { ln } from '../math/ln';
import { symmetricEigenvalues } from '../math/symmetricEigen';
import { byId } from '../registry';
import { about } from './about';
import { isUndefined, type Metric } from './scene';

/** Beyond this numerical rank of the kernel the eigenvalues take seconds a generation. */
const RANK_LIMIT = 400;

export const vendi: Metric = {
  ...about('vendi'),
  *compute({ kind, real, synthetic }) {
    if (byId(KINDS, kind).likeness === 'direction') return vendiCosine(synthetic.cloud);
    const bandwidth = yield* real.bandwidth();
    return isUndefined(bandwidth) ? bandwidth : yield* vendiRbf(synthetic.cloud, bandwidth.value, RANK_LIMIT);
  },
};

/**
 * Vendi score of order 1 with the RBF kernel of bandwidth `sigma` > 0, through the pivoted incomplete Cholesky factor.
 * @param rankLimit undefined where the kernel's numerical rank lies above it
 */
export function* vendiRbf(cloud: Cloud, sigma: number, rankLimit = Infinity): Generator<void, Score> {
  if (cloud.count === 0) return { undefined: 'there are no samples' };
  const kernel = yield* kernelGram(cloud, sigma, rankLimit);
  if (!kernel)
    return {
      undefined: `the samples are too spread out or too high-dimensional for it: at most ${rankLimit} kernel directions; fewer samples help`,
    };
  return { value: exponentialEntropy(symmetricEigenvalues(kernel.gram, kernel.rank)) };
}

/** Vendi score of order 1 with the cosine kernel, through the [dim, dim] dual of K / n. Undefined where a row is all zero. */
export function vendiCosine({ count, dim, values }: Cloud): Score {
  if (count === 0) return { undefined: 'there are no samples' };
  const dual = new Float64Array(dim * dim);
  for (let i = 0; i < count; i++) {
    const row = values.subarray(i * dim, (i + 1) * dim);
    const squaredNorm = row.reduce((sum, value) => sum + value * value, 0);
    if (squaredNorm === 0) return { undefined: 'a sample has no direction: all its coordinates are 0' };
    for (let a = 0; a < dim; a++) {
      const factor = row[a] / squaredNorm;
      for (let b = 0; b <= a; b++) dual[a * dim + b] += factor * row[b];
    }
  }
  for (let a = 0; a < dim; a++) {
    for (let b = 0; b <= a; b++) {
      dual[a * dim + b] /= count;
      dual[b * dim + a] = dual[a * dim + b];
    }
  }
  return { value: exponentialEntropy(symmetricEigenvalues(dual, dim)) };
}

/** exp(-sum p ln p); eigenvalues up to 1e-14 are rounding and count as 0. */
function exponentialEntropy(shares: Float64Array): number {
  return exp(shares.reduce((entropy, share) => (share > 1e-14 ? entropy - share * ln(share) : entropy), 0));
}
