import type { Cloud, Samples } from '../contracts';
import { finish, inPortions } from './steps';

/**
 * Mean of the rows of `values` [count, dim], in steps.
 *
 * Two passes: the first mean is corrected by the mean of the residuals, so that data far from the origin lose no digits. An axis along which
 * all rows are the same has that value, to the last bit.
 * @returns mean [dim]; zeros when `count` is 0
 */
export function* meanSteps(values: ArrayLike<number>, count: number, dim: number): Generator<void, Float64Array> {
  const mean = new Float64Array(dim);
  if (count === 0) return mean;
  yield* inPortions(count, dim, (from, to) => {
    for (let a = 0; a < dim; a++) mean[a] = sumAlong(values, dim, a, from, to, mean[a]);
  });
  for (let a = 0; a < dim; a++) mean[a] /= count;

  const residual = new Float64Array(dim);
  const varies = new Uint8Array(dim);
  yield* inPortions(count, 2 * dim, (from, to) => {
    for (let a = 0; a < dim; a++) {
      residual[a] = sumAboutAlong(values, dim, a, from, to, mean[a], residual[a]);
      if (!varies[a] && variesAlong(values, dim, a, from, to)) varies[a] = 1;
    }
  });
  for (let a = 0; a < dim; a++) mean[a] = varies[a] ? mean[a] + residual[a] / count : values[a];
  return mean;
}

/** `before` and the coordinates along `axis` of rows `from` to `to`, summed in their order. */
function sumAlong(values: ArrayLike<number>, dim: number, axis: number, from: number, to: number, before: number): number {
  let sum = before;
  for (let at = from * dim + axis; at < to * dim; at += dim) sum += values[at];
  return sum;
}

/** The same of what they are off `centre`. */
function sumAboutAlong(values: ArrayLike<number>, dim: number, axis: number, from: number, to: number, centre: number, before: number): number {
  let sum = before;
  for (let at = from * dim + axis; at < to * dim; at += dim) sum += values[at] - centre;
  return sum;
}

/** Whether some row's coordinate is not that of the first row of all. */
function variesAlong(values: ArrayLike<number>, dim: number, axis: number, from: number, to: number): boolean {
  for (let at = from * dim + axis; at < to * dim; at += dim) if (values[at] !== values[axis]) return true;
  return false;
}

/** `meanSteps` at once. */
export const meanOf = (values: ArrayLike<number>, count: number, dim: number): Float64Array => finish(meanSteps(values, count, dim));

/**
 * Covariance of the rows of `values` [count, dim], whose mean [dim] is `mean` but for rounding, in steps:
 * C_ab = sum_i (x_ia - mean_a)(x_ib - mean_b) / divisor, with divisor = count - 1 (unbiased) or count (maximum likelihood). What rounding of
 * the mean adds is taken off again: far from the origin it would be seen.
 *
 * @returns C [dim, dim], row-major and exactly symmetric; zeros when `divisor` is not positive
 */
export function* covarianceSteps(
  values: ArrayLike<number>,
  count: number,
  dim: number,
  mean: ArrayLike<number>,
  divisor: number,
): Generator<void, Float64Array> {
  const covariance = new Float64Array(dim * dim);
  if (!(divisor > 0)) return covariance;
  const rest = new Float64Array(dim);
  yield* inPortions(count, dim * dim, (from, to) => addProducts(values, from, to, mean, covariance, rest));
  divideProducts(covariance, rest, count, divisor);
  return covariance;
}

/** Makes sums of products over `count` rows, of which rounding of the mean has left `rest` [dim], a covariance. */
function divideProducts(covariance: Float64Array, rest: Float64Array, count: number, divisor: number): void {
  const dim = rest.length;
  for (let a = 0; a < dim; a++) {
    for (let b = a; b < dim; b++) {
      const entry = (covariance[a * dim + b] - (rest[a] / count) * rest[b]) / divisor;
      covariance[a * dim + b] = entry;
      covariance[b * dim + a] = entry;
    }
  }
}

/** Adds what rows `from` to `to` are off `mean` to `rest` [dim], and its products to the upper triangle of `covariance` [dim, dim]. */
function addProducts(
  values: ArrayLike<number>,
  from: number,
  to: number,
  mean: ArrayLike<number>,
  covariance: Float64Array,
  rest: Float64Array,
): void {
  const dim = rest.length;
  if (dim === 2) return addPlaneProducts(values, from, to, mean, covariance, rest);
  const centred = new Float64Array(dim);
  for (let i = from; i < to; i++) {
    for (let a = 0; a < dim; a++) {
      centred[a] = values[i * dim + a] - mean[a];
      rest[a] += centred[a];
    }
    for (let a = 0; a < dim; a++) {
      const factor = centred[a];
      const row = a * dim;
      for (let b = a; b < dim; b++) covariance[row + b] += factor * centred[b];
    }
  }
}

/** `addProducts` in the plane, with the same arithmetic. */
function addPlaneProducts(
  values: ArrayLike<number>,
  from: number,
  to: number,
  mean: ArrayLike<number>,
  covariance: Float64Array,
  rest: Float64Array,
): void {
  const meanX = mean[0];
  const meanY = mean[1];
  let restX = rest[0];
  let restY = rest[1];
  let xx = covariance[0];
  let xy = covariance[1];
  let yy = covariance[3];
  for (let i = from; i < to; i++) {
    const x = values[2 * i] - meanX;
    const y = values[2 * i + 1] - meanY;
    restX += x;
    restY += y;
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  rest[0] = restX;
  rest[1] = restY;
  covariance[0] = xx;
  covariance[1] = xy;
  covariance[3] = yy;
}

/** `covarianceSteps` at once. */
export function covarianceOf(values: ArrayLike<number>, count: number, dim: number, mean: ArrayLike<number>, divisor: number): Float64Array {
  const covariance = new Float64Array(dim * dim);
  if (!(divisor > 0)) return covariance;
  const rest = new Float64Array(dim);
  addProducts(values, 0, count, mean, covariance, rest);
  divideProducts(covariance, rest, count, divisor);
  return covariance;
}

/**
 * `meanSteps` and `covarianceSteps` of points in the plane at once, to the same bits.
 * @param values [count, 2], count > 0
 */
export function planeMoments(
  values: Float64Array,
  count: number,
  divisor: number,
): { readonly mean: Float64Array; readonly covariance: Float64Array } {
  const mean = new Float64Array(2);
  let sumX = 0;
  let sumY = 0;
  for (let at = 0; at < 2 * count; at += 2) {
    sumX += values[at];
    sumY += values[at + 1];
  }
  const middleX = sumX / count;
  const middleY = sumY / count;
  let residualX = 0;
  let residualY = 0;
  for (let at = 0; at < 2 * count; at += 2) {
    residualX += values[at] - middleX;
    residualY += values[at + 1] - middleY;
  }
  mean[0] = variesAlong(values, 2, 0, 0, count) ? middleX + residualX / count : values[0];
  mean[1] = variesAlong(values, 2, 1, 0, count) ? middleY + residualY / count : values[1];
  return { mean, covariance: covarianceOf(values, count, 2, mean, divisor) };
}

/**
 * Weighted mean and covariance of the rows of `values` [count, dim], in steps: C_ab = sum_i w_i (x_ia - mean_a)(x_ib - mean_b), times
 * 1/(1 - sum w^2) for the unbiased one. Where all the weight is one sample's, the covariance is 0.
 * @param weights [count], sum 1
 */
export function* weightedMomentSteps(
  { values, count, dim }: Cloud | Samples,
  weights: Float64Array,
  unbiased: boolean,
): Generator<void, { readonly mean: Float64Array; readonly covariance: Float64Array }> {
  const mean = new Float64Array(dim);
  let squares = 0;
  // about the first row: an axis along which all rows are the same has that value, to the last bit
  yield* inPortions(count, dim, (from, to) => {
    for (let i = from; i < to; i++) {
      squares += weights[i] * weights[i];
      for (let a = 0; a < dim; a++) mean[a] += weights[i] * (values[i * dim + a] - values[a]);
    }
  });
  for (let a = 0; a < dim; a++) mean[a] += values[a];
  const covariance = new Float64Array(dim * dim);
  const factor = !unbiased ? 1 : squares < 1 ? 1 / (1 - squares) : 0;
  yield* inPortions(count, dim * dim, (from, to) => {
    for (let i = from; i < to; i++) {
      for (let a = 0; a < dim; a++) {
        const weighted = factor * weights[i] * (values[i * dim + a] - mean[a]);
        for (let b = a; b < dim; b++) covariance[a * dim + b] += weighted * (values[i * dim + b] - mean[b]);
      }
    }
  });
  for (let a = 0; a < dim; a++) for (let b = 0; b < a; b++) covariance[a * dim + b] = covariance[b * dim + a];
  return { mean, covariance };
}

/** Largest minus smallest coordinate along `axis` of values [count, dim]; -Infinity without points. */
export function widthAlong(values: ArrayLike<number>, dim: number, axis: number): number {
  let low = Infinity;
  let high = -Infinity;
  for (let i = axis; i < values.length; i += dim) {
    if (values[i] < low) low = values[i];
    if (values[i] > high) high = values[i];
  }
  return high - low;
}
