import { choleskyLower } from '../../math/cholesky';

/** K Gaussians in `dim` dimensions: weights [K], means [K, dim], covariances [K, dim, dim], row-major. */
export interface Mixture {
  readonly dim: number;
  readonly weights: Float64Array;
  readonly means: Float64Array;
  readonly covariances: Float64Array;
}

/** What EM works on: standardised points with the floor in the same units. */
export interface EmTask {
  readonly values: Float64Array;
  readonly count: number;
  readonly start: Mixture;
  /** added to the diagonal of every covariance in every M step */
  readonly floor: number;
}

export interface EmResult {
  readonly mixture: Mixture;
  readonly iterations: number;
  /** mean_n log p(x_n) of the last E step, nats, in the task's units */
  readonly meanLogLikelihood: number;
  readonly converged: boolean;
}

/** When EM stops: the mean log-likelihood gained less than `gain` nats over `interval` iterations, or `limit` was reached (contract Sect. 1.2). */
export const EM_STOP = { gain: 1e-5, interval: 10, limit: 200 } as const;

/** Lower Cholesky factors of all components, [K, dim, dim]. */
export function componentFactors({ dim, weights, covariances }: Mixture): Float64Array {
  const size = dim * dim;
  const factors = new Float64Array(weights.length * size);
  for (let k = 0; k < weights.length; k++) factors.set(choleskyLower(covariances.subarray(k * size, (k + 1) * size), dim), k * size);
  return factors;
}
