import { exp } from '../../math/exp';
import { ln } from '../../math/ln';
import type { Mixture } from './mixture';

/** N_k [K] and sum_n r_nk x_n [K, dim], which the E step leaves for the M step. */
export interface Sums {
  readonly sizes: Float64Array;
  readonly means: Float64Array;
}

/** Points [count, dim]; `times`: how many times each of them counts [count], null: once. */
export interface RowsOfPoints {
  readonly values: Float64Array;
  readonly count: number;
  readonly dim: number;
  readonly times: Float64Array | null;
}

/** The inner loops of EM over the rows of some points, `from` (even) to `to`; it keeps their responsibilities, times how many times each counts. */
export interface EmRows {
  /**
   * E step; returns `before` with each row's log density added, as many times as it counts.
   * @param factors lower Cholesky factors [K, dim, dim]
   * @param constants log w_k - log of the normal's norm [K]
   */
  expect(from: number, to: number, mixture: Mixture, factors: Float64Array, constants: Float64Array, before: number): number;
  /** Adds the rows' shares and weighted values. */
  addMeans(from: number, to: number, sums: Sums): void;
  /** Adds the rows' weighted products about `means` [K, dim] to the lower triangles of `covariances` [K, dim, dim]. */
  addCovariances(from: number, to: number, means: Float64Array, covariances: Float64Array): void;
  close(): void;
}

/**
 * They go component by component, so that what belongs to a component stays at hand; densities and responsibilities are kept likewise, [K, count].
 * Every sum takes its terms in the order of the rows, or of the components. Points in the plane, what the page shows, have loops of their own with
 * the same arithmetic.
 */
interface Rows {
  readonly values: Float64Array;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/** The inner loops in TypeScript; `responsibilities` [K, count] are kept where the caller says. */
export function plainRows({ values, count, dim, times }: RowsOfPoints, responsibilities: Float64Array): EmRows {
  const components = responsibilities.length / count;
  return {
    expect(from, to, mixture, factors, constants, before) {
      const rows = { values, count, from, to };
      logDensities(rows, mixture, factors, constants, responsibilities);
      return normalise(rows, times, components, responsibilities, before);
    },
    addMeans: (from, to, { sizes, means }) => addMeans({ values, count, from, to }, dim, responsibilities, sizes, means),
    addCovariances: (from, to, means, covariances) => addCovariances({ values, count, from, to }, dim, responsibilities, means, covariances),
    close: () => undefined,
  };
}

/** Writes log w_k N(x_n; m_k, C_k) to `into` [K, count]. */
function logDensities(rows: Rows, { dim, means }: Mixture, factors: Float64Array, constants: Float64Array, into: Float64Array): void {
  const { values, count, from, to } = rows;
  const whitened = new Float64Array(dim);
  for (let k = 0; k < constants.length; k++) {
    const [constant, row] = [constants[k], k * count];
    if (dim === 2) {
      const [meanX, meanY] = [means[2 * k], means[2 * k + 1]];
      const [scaleX, slope, scaleY] = [factors[4 * k], factors[4 * k + 2], factors[4 * k + 3]];
      for (let n = from; n < to; n++) {
        const x = (values[2 * n] - meanX) / scaleX;
        const y = (values[2 * n + 1] - meanY - slope * x) / scaleY;
        into[row + n] = constant - 0.5 * (x * x + y * y);
      }
      continue;
    }
    for (let n = from; n < to; n++) {
      let squares = 0;
      for (let i = 0; i < dim; i++) {
        const base = (k * dim + i) * dim;
        let rest = values[n * dim + i] - means[k * dim + i];
        for (let j = 0; j < i; j++) rest -= factors[base + j] * whitened[j];
        whitened[i] = rest / factors[base + i];
        squares += whitened[i] * whitened[i];
      }
      into[row + n] = constant - 0.5 * squares;
    }
  }
}

/**
 * Turns the log densities of rows into responsibilities, by log-sum-exp, times how many times each row counts; returns `before` with the log of
 * each row's sum added, as many times as it counts.
 */
function normalise({ count, from, to }: Rows, times: Float64Array | null, components: number, densities: Float64Array, before: number): number {
  let total = before;
  const end = components * count;
  for (let n = from; n < to; n++) {
    let highest = Number.NEGATIVE_INFINITY;
    for (let at = n; at < end; at += count) if (densities[at] > highest) highest = densities[at];
    let sum = 0;
    for (let at = n; at < end; at += count) {
      const share = exp(densities[at] - highest);
      densities[at] = share;
      sum += share;
    }
    const counts = times ? times[n] : 1;
    for (let at = n; at < end; at += count) densities[at] = counts * (densities[at] / sum);
    total += counts * (highest + ln(sum));
  }
  return total;
}

/** Adds the rows' shares and weighted values to `sizes` [K] and `means` [K, dim]. */
function addMeans({ values, count, from, to }: Rows, dim: number, responsibilities: Float64Array, sizes: Float64Array, means: Float64Array): void {
  for (let k = 0; k < sizes.length; k++) {
    const row = k * count;
    let size = sizes[k];
    if (dim === 2) {
      let x = means[2 * k];
      let y = means[2 * k + 1];
      for (let n = from; n < to; n++) {
        const share = responsibilities[row + n];
        size += share;
        x += share * values[2 * n];
        y += share * values[2 * n + 1];
      }
      means[2 * k] = x;
      means[2 * k + 1] = y;
    } else {
      for (let n = from; n < to; n++) {
        const share = responsibilities[row + n];
        size += share;
        for (let i = 0; i < dim; i++) means[k * dim + i] += share * values[n * dim + i];
      }
    }
    sizes[k] = size;
  }
}

/** Adds the rows' weighted products about `means` to the lower triangles of `covariances` [K, dim, dim]. */
function addCovariances(
  { values, count, from, to }: Rows,
  dim: number,
  responsibilities: Float64Array,
  means: Float64Array,
  covariances: Float64Array,
): void {
  for (let k = 0; k < means.length / dim; k++) {
    const row = k * count;
    if (dim === 2) {
      const [meanX, meanY] = [means[2 * k], means[2 * k + 1]];
      let [xx, yx, yy] = [covariances[4 * k], covariances[4 * k + 2], covariances[4 * k + 3]];
      for (let n = from; n < to; n++) {
        const share = responsibilities[row + n];
        const x = values[2 * n] - meanX;
        const y = values[2 * n + 1] - meanY;
        xx += share * x * x;
        yx += share * y * x;
        yy += share * y * y;
      }
      covariances[4 * k] = xx;
      covariances[4 * k + 2] = yx;
      covariances[4 * k + 3] = yy;
      continue;
    }
    for (let n = from; n < to; n++) {
      const share = responsibilities[row + n];
      for (let i = 0; i < dim; i++) {
        const away = share * (values[n * dim + i] - means[k * dim + i]);
        for (let j = 0; j <= i; j++) covariances[(k * dim + i) * dim + j] += away * (values[n * dim + j] - means[k * dim + j]);
      }
    }
  }
}
