import ln from '@stdlib/math-base-special-ln';
import { exp } from '../../math/exp';
import { finish, paused, rowsPerStep } from '../../math/steps';
import { type CovarianceStructure, componentFactors, EM_STOP, type EmResult, type EmStop, type EmTask, isExact, type Mixture } from './mixture';

/** More responsibilities than this take over 20 ms an iteration: then every one yields. */
const LARGE = 200_000;
const LOG_2PI = 1.8378770664093453;
/** scikit-learn's guard against empty components: 10 x the float64 epsilon */
const EMPTY = 10 * Number.EPSILON;

/** Expectation maximisation in float64, with scikit-learn's formulas. Yields the iterations done. */
export function* emFloat64({ values, count, start, structure, floor }: EmTask, stop: EmStop = EM_STOP): Generator<number, EmResult> {
  const responsibilities = new Float64Array(count * start.weights.length);
  let mixture = start;
  let checked = Number.NEGATIVE_INFINITY;
  for (let iteration = 1; ; iteration++) {
    let meanLogLikelihood = yield* paused(expectationSteps(values, count, mixture, responsibilities), iteration - 1);
    mixture = restrict(yield* paused(maximisationSteps(values, count, start.dim, responsibilities, floor), iteration - 1), structure);
    const isLast = iteration === stop.limit;
    if (iteration % stop.interval !== 0 && !isLast) {
      if (responsibilities.length > LARGE) yield iteration;
      continue;
    }
    const converged = meanLogLikelihood - checked < stop.gain;
    if (converged || isLast) {
      if (isExact(stop)) meanLogLikelihood = yield* paused(expectationSteps(values, count, mixture, responsibilities), iteration);
      return { mixture, iterations: iteration, meanLogLikelihood, converged };
    }
    checked = meanLogLikelihood;
    yield iteration;
  }
}

/**
 * E step: fills responsibilities r_nk = w_k N(x_n; m_k, C_k) / p(x_n), [count, K], by log-sum-exp.
 * Returns mean_n log p(x_n), nats. Covariances must be positive definite (the floor sees to it).
 */
export function expectation(values: Float64Array, count: number, mixture: Mixture, responsibilities: Float64Array): number {
  return finish(expectationSteps(values, count, mixture, responsibilities));
}

/** Rows between two pauses; fewer rows than that have none. */
const portionOf = (components: number, dim: number) => rowsPerStep(components * (dim * dim + 20));

function* expectationSteps(values: Float64Array, count: number, mixture: Mixture, responsibilities: Float64Array): Generator<void, number> {
  const { dim, weights } = mixture;
  const components = weights.length;
  const factors = componentFactors(mixture);
  const constants = new Float64Array(components);
  for (let k = 0; k < components; k++) {
    let halfLogDet = 0;
    for (let i = 0; i < dim; i++) halfLogDet += ln(factors[(k * dim + i) * dim + i]);
    constants[k] = ln(weights[k]) - 0.5 * dim * LOG_2PI - halfLogDet;
  }
  const portion = portionOf(components, dim);
  let total = 0;
  for (let from = 0; from < count; from += portion) {
    if (from > 0) yield;
    total = expectationOfRows(values, from, Math.min(count, from + portion), mixture, factors, constants, responsibilities, total);
  }
  return total / count;
}

/** Of rows `from` to `to`; returns `total` with their log densities added, in their order. */
function expectationOfRows(
  values: Float64Array,
  from: number,
  to: number,
  { dim, weights, means }: Mixture,
  factors: Float64Array,
  constants: Float64Array,
  responsibilities: Float64Array,
  before: number,
): number {
  const components = weights.length;
  const whitened = new Float64Array(dim);
  let total = before;
  for (let n = from; n < to; n++) {
    const row = n * components;
    let highest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < components; k++) {
      let squares = 0;
      for (let i = 0; i < dim; i++) {
        const base = (k * dim + i) * dim;
        let rest = values[n * dim + i] - means[k * dim + i];
        for (let j = 0; j < i; j++) rest -= factors[base + j] * whitened[j];
        whitened[i] = rest / factors[base + i];
        squares += whitened[i] * whitened[i];
      }
      const logDensity = constants[k] - 0.5 * squares;
      responsibilities[row + k] = logDensity;
      if (logDensity > highest) highest = logDensity;
    }
    let sum = 0;
    for (let k = 0; k < components; k++) {
      const distance = responsibilities[row + k] - highest;
      const share = exp(distance);
      responsibilities[row + k] = share;
      sum += share;
    }
    for (let k = 0; k < components; k++) responsibilities[row + k] /= sum;
    total += highest + ln(sum);
  }
  return total;
}

/**
 * M step, in steps: N_k = sum_n r_nk + 10 eps, w_k = N_k / sum N, m_k = sum_n r_nk x_n / N_k,
 * C_k = sum_n r_nk (x_n - m_k)(x_n - m_k)' / N_k + floor I (two passes, with the new mean).
 */
export function* maximisationSteps(
  values: Float64Array,
  count: number,
  dim: number,
  responsibilities: Float64Array,
  floor: number,
): Generator<void, Mixture> {
  const components = responsibilities.length / count;
  const portion = portionOf(components, dim);
  const sizes = new Float64Array(components).fill(EMPTY);
  const means = new Float64Array(components * dim);
  for (let from = 0; from < count; from += portion) {
    if (from > 0) yield;
    addMeans(values, from, Math.min(count, from + portion), dim, responsibilities, sizes, means);
  }
  let total = 0;
  for (let k = 0; k < components; k++) {
    total += sizes[k];
    for (let i = 0; i < dim; i++) means[k * dim + i] /= sizes[k];
  }
  const covariances = new Float64Array(components * dim * dim);
  for (let from = 0; from < count; from += portion) {
    if (from > 0) yield;
    addCovariances(values, from, Math.min(count, from + portion), dim, responsibilities, means, covariances);
  }
  for (let k = 0; k < components; k++) {
    for (let i = 0; i < dim; i++) {
      for (let j = 0; j < i; j++) {
        const value = covariances[(k * dim + i) * dim + j] / sizes[k];
        covariances[(k * dim + i) * dim + j] = value;
        covariances[(k * dim + j) * dim + i] = value;
      }
      const diagonal = (k * dim + i) * dim + i;
      covariances[diagonal] = covariances[diagonal] / sizes[k] + floor;
    }
  }
  return { dim, weights: sizes.map((size) => size / total), means, covariances };
}

/** Adds the shares and weighted values of rows `from` to `to` to `sizes` [K] and `means` [K, dim]. */
function addMeans(
  values: Float64Array,
  from: number,
  to: number,
  dim: number,
  responsibilities: Float64Array,
  sizes: Float64Array,
  means: Float64Array,
): void {
  const components = sizes.length;
  for (let n = from; n < to; n++) {
    for (let k = 0; k < components; k++) {
      const share = responsibilities[n * components + k];
      if (share === 0) continue;
      sizes[k] += share;
      for (let i = 0; i < dim; i++) means[k * dim + i] += share * values[n * dim + i];
    }
  }
}

/** Adds the weighted products of rows `from` to `to` about `means` to the lower triangles of `covariances` [K, dim, dim]. */
function addCovariances(
  values: Float64Array,
  from: number,
  to: number,
  dim: number,
  responsibilities: Float64Array,
  means: Float64Array,
  covariances: Float64Array,
): void {
  const components = means.length / dim;
  for (let n = from; n < to; n++) {
    for (let k = 0; k < components; k++) {
      const share = responsibilities[n * components + k];
      if (share === 0) continue;
      for (let i = 0; i < dim; i++) {
        const away = share * (values[n * dim + i] - means[k * dim + i]);
        for (let j = 0; j <= i; j++) covariances[(k * dim + i) * dim + j] += away * (values[n * dim + j] - means[k * dim + j]);
      }
    }
  }
}

/** The mixture with its covariances brought to `structure`. */
function restrict(mixture: Mixture, structure: CovarianceStructure): Mixture {
  if (structure === 'full') return mixture;
  const { dim, covariances } = mixture;
  const size = dim * dim;
  const restricted = new Float64Array(covariances.length);
  for (let start = 0; start < covariances.length; start += size) {
    let mean = 0;
    for (let i = 0; i < size; i += dim + 1) mean += covariances[start + i] / dim;
    for (let i = 0; i < size; i += dim + 1) restricted[start + i] = structure === 'diagonal' ? covariances[start + i] : mean;
  }
  return { ...mixture, covariances: restricted };
}
