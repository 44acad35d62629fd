import { choleskyLower } from '../../math/cholesky';

/** K Gaussians in `dim` dimensions: weights [K], means [K, dim], covariances [K, dim, dim], row-major. */
export interface Mixture {
  readonly dim: number;
  readonly weights: Float64Array;
  readonly means: Float64Array;
  readonly covariances: Float64Array;
}

/** What the M step leaves of a covariance: all of it, its diagonal, or the mean of its diagonal times I (scikit-learn's full, diag, spherical). */
export type CovarianceStructure = 'full' | 'diagonal' | 'spherical';

/** What EM works on: standardised points with the floor in the same units. */
export interface EmTask {
  readonly values: Float64Array;
  readonly count: number;
  /** how many times each point counts, [count], sum count; not there, or null: once */
  readonly times?: Float64Array | null;
  /** its covariances are positive definite and already of that structure */
  readonly start: Mixture;
  readonly structure: CovarianceStructure;
  /** added to the diagonal of every covariance in every M step */
  readonly floor: number;
}

export interface EmResult {
  readonly mixture: Mixture;
  readonly iterations: number;
  /**
   * mean_n log p(x_n), each point as many times as it counts, nats, in the task's units: of the last E step, that is with the parameters before
   * the last M step; where an exact number of iterations was asked for, with those of `mixture`
   */
  readonly meanLogLikelihood: number;
  readonly converged: boolean;
}

/** When EM stops: the mean log-likelihood gained less than `gain` nats over `interval` iterations, or `limit` >= 1 was reached. */
export interface EmStop {
  readonly gain: number;
  readonly interval: number;
  readonly limit: number;
}

/** The product's own rule (contract Sect. 1.2). */
export const EM_STOP: EmStop = { gain: 1e-5, interval: 10, limit: 200 };

/** Exactly `limit` iterations, whatever they gain. */
export const exactly = (limit: number): EmStop => ({ gain: Number.NEGATIVE_INFINITY, interval: 10, limit });

export const isExact = ({ gain }: EmStop): boolean => gain === Number.NEGATIVE_INFINITY;

/** Lower Cholesky factors of all components, [K, dim, dim]. */
export function componentFactors({ dim, weights, covariances }: Mixture): Float64Array {
  const size = dim * dim;
  const factors = new Float64Array(weights.length * size);
  for (let k = 0; k < weights.length; k++) factors.set(choleskyLower(covariances.subarray(k * size, (k + 1) * size), dim), k * size);
  return factors;
}
