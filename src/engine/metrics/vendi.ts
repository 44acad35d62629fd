import ln from '@stdlib/math-base-special-ln';
import type { Cloud, Score } from '../contracts';
import { exp } from '../math/exp';
import { kernelGram } from '../math/incompleteCholesky';
import { symmetricEigenvalues } from '../math/symmetricEigen';
import { isUndefined, type Metric } from './scene';

/** Beyond this numerical rank of the kernel the eigenvalues take seconds a generation. */
const RANK_LIMIT = 400;

export const vendi: Metric = {
  id: 'vendi',
  name: 'Vendi score',
  aspect: 'diversity',
  better: 'neither',
  range: [1, null],
  scale: 'linear',
  meaning: 'The effective number of different samples among the generated ones: 1 when all are alike, and the more, the more kinds there are.',
  formula:
    'exp(−Σ λ ln λ) over the eigenvalues λ of K/n. Points: K_ij = exp(−|y_i − y_j|²/(2σ²)), σ = half the median distance between held-out real samples; digits: K_ij = cosine of the angle between the 64 features of i and j',
  latex: '\\exp\\Bigl(-\\sum_i\\lambda_i\\ln\\lambda_i\\Bigr)',
  symbols:
    'λᵢ: eigenvalues of K/n, K the likeness of all pairs. Points: exp(−|yᵢ − yⱼ|²/(2σ²)), σ half the median distance of held-out real samples; digits: cosine of their 64 features.',
  trap: 'It never looks at the real data: samples scattered where nothing real lies raise it as much as real variety does. Compare it with its value for real samples.',
  source: 'Friedman and Dieng 2023, arXiv 2210.02410',
  kinds: ['points', 'images'],
  needsModes: false,
  rank: null,
  *compute({ kind, real, synthetic }) {
    if (kind === 'images') return vendiCosine(synthetic.cloud);
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
