import { ln } from '../../math/ln';
import { finish, paused, rowsPerStep } from '../../math/steps';
import { kernelRows } from './emKernels';
import { type EmRows, plainRows, type RowsOfPoints, type Sums } from './emRows';
import { type CovarianceStructure, componentFactors, EM_STOP, type EmResult, type EmStop, type EmTask, isExact, type Mixture } from './mixture';

/** More responsibilities than this take over 10 ms in ten iterations: then every one yields. */
const LARGE = 100_000;
const LOG_2PI = 1.8378770664093453;
/** scikit-learn's guard against empty components: 10 x the float64 epsilon */
const EMPTY = 10 * Number.EPSILON;
/** Responsibilities that are worked on together: with their points they stay in a processor's nearest cache. */
const BLOCK = 2048;

const emptySums = (components: number, dim: number): Sums => ({
  sizes: new Float64Array(components).fill(EMPTY),
  means: new Float64Array(components * dim),
});

/** Points, and the loops that work on them. */
interface Work {
  readonly count: number;
  readonly dim: number;
  readonly components: number;
  readonly rows: EmRows;
}

/** Expectation maximisation in float64, with scikit-learn's formulas. Yields the iterations done. */
export function* emFloat64({ values, count, times = null, start, structure, floor }: EmTask, stop: EmStop = EM_STOP): Generator<number, EmResult> {
  const { dim } = start;
  const components = start.weights.length;
  const points = { values, count, dim, times };
  const rows = kernelRows(points, components) ?? plainRows(points, new Float64Array(count * components));
  try {
    return yield* iterate({ count, dim, components, rows }, start, structure, floor, stop);
  } finally {
    rows.close();
  }
}

function* iterate(work: Work, start: Mixture, structure: CovarianceStructure, floor: number, stop: EmStop): Generator<number, EmResult> {
  const isLarge = work.count * work.components > LARGE;
  let mixture = start;
  let checked = Number.NEGATIVE_INFINITY;
  for (let iteration = 1; ; iteration++) {
    const sums = emptySums(work.components, work.dim);
    let meanLogLikelihood = yield* paused(expectationSteps(work, mixture, sums), iteration - 1);
    mixture = restrict(yield* paused(maximisationSteps(work, sums, floor), iteration - 1), structure);
    const isLast = iteration === stop.limit;
    if (iteration % stop.interval !== 0 && !isLast) {
      if (isLarge) yield iteration;
      continue;
    }
    const converged = meanLogLikelihood - checked < stop.gain;
    if (converged || isLast) {
      if (isExact(stop)) meanLogLikelihood = yield* paused(expectationSteps(work, mixture, null), iteration);
      return { mixture, iterations: iteration, meanLogLikelihood, converged };
    }
    checked = meanLogLikelihood;
    yield iteration;
  }
}

/**
 * E step: fills responsibilities r_nk = w_k N(x_n; m_k, C_k) / p(x_n), [K, count], by log-sum-exp.
 * Returns mean_n log p(x_n), nats. Covariances must be positive definite (the floor sees to it).
 */
export function expectation(values: Float64Array, count: number, mixture: Mixture, responsibilities: Float64Array): number {
  const { dim, weights } = mixture;
  const rows = plainRows({ values, count, dim, times: null }, responsibilities);
  return finish(expectationSteps({ count, dim, components: weights.length, rows }, mixture, null));
}

/** Blocks of rows, with pauses. */
function* inBlocks({ count, dim, components }: Work, work: (from: number, to: number) => void): Generator<void, void> {
  const portion = rowsPerStep(components * (dim * dim + 20));
  const size = Math.max(2, 2 * Math.floor(BLOCK / components / 2));
  let sincePause = 0;
  for (let from = 0; from < count; from += size) {
    if (sincePause >= portion) {
      sincePause = 0;
      yield;
    }
    work(from, Math.min(count, from + size));
    sincePause += size;
  }
}

/** E step, in steps, with the sums that the M step needs unless nobody wants them. */
function* expectationSteps(work: Work, mixture: Mixture, sums: Sums | null): Generator<void, number> {
  const { count, dim, components, rows } = work;
  const factors = componentFactors(mixture);
  const constants = new Float64Array(components);
  for (let k = 0; k < components; k++) {
    let halfLogDet = 0;
    for (let i = 0; i < dim; i++) halfLogDet += ln(factors[(k * dim + i) * dim + i]);
    constants[k] = ln(mixture.weights[k]) - 0.5 * dim * LOG_2PI - halfLogDet;
  }
  let total = 0;
  yield* inBlocks(work, (from, to) => {
    total = rows.expect(from, to, mixture, factors, constants, total);
    if (sums) rows.addMeans(from, to, sums);
  });
  return total / count;
}

/** The M step on responsibilities [K, count], times how many times each point counts, that no E step made. */
export function* maximisation(points: RowsOfPoints, responsibilities: Float64Array, floor: number): Generator<void, Mixture> {
  const { count, dim } = points;
  const components = responsibilities.length / count;
  const rows = plainRows(points, responsibilities);
  const work = { count, dim, components, rows };
  const sums = emptySums(components, dim);
  yield* inBlocks(work, (from, to) => rows.addMeans(from, to, sums));
  return yield* maximisationSteps(work, sums, floor);
}

/**
 * M step, in steps, on r_nk times how many times point n counts: N_k = sum_n r_nk + 10 eps, w_k = N_k / sum N, m_k = sum_n r_nk x_n / N_k,
 * C_k = sum_n r_nk (x_n - m_k)(x_n - m_k)' / N_k + floor I (two passes, with the new mean).
 */
function* maximisationSteps(work: Work, { sizes, means }: Sums, floor: number): Generator<void, Mixture> {
  const { dim, components, rows } = work;
  let total = 0;
  for (let k = 0; k < components; k++) {
    total += sizes[k];
    for (let i = 0; i < dim; i++) means[k * dim + i] /= sizes[k];
  }
  const covariances = new Float64Array(components * dim * dim);
  yield* inBlocks(work, (from, to) => rows.addCovariances(from, to, means, covariances));
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
