import type * as Tensorflow from '@tensorflow/tfjs-core';
import type { CovarianceStructure, EmTask, Mixture } from './mixture';

const LOG_2PI = 1.8378770664093453;
/** the float64 path's guard against empty components */
const EMPTY = 10 * Number.EPSILON;

type Tf = typeof Tensorflow;
type Tensor = Tensorflow.Tensor;

/** Points of B lanes: their coordinates, each [B, 1, n]; `mask` is 1 for a point and 0 for padding; `inverseCount`, `floor`: [B, 1, 1]. */
export interface Points {
  readonly axes: readonly Tensor[];
  readonly mask: Tensor;
  readonly inverseCount: Tensor;
  readonly floor: Tensor;
  readonly structure: CovarianceStructure;
}

/**
 * Mixture parameters of B lanes, each [B, K, 1]: the weight, then of every axis i its mean, its slopes l_ij on the residuals of the axes
 * j < i before it (none but with structure `full`) and the variance v_i of its own residual. C = L D L' with the slopes below the unit
 * diagonal of L and D = diag(v): in float32 this keeps a thin component's short axes, which entries of C and their differences lose.
 */
export type Parameters = Tensor[];

const slopesOf = (axis: number, structure: CovarianceStructure) => (structure === 'full' ? axis : 0);

/** The entries of flat parameters by axis. */
function axesOf<Entry>(entries: readonly Entry[], dim: number, structure: CovarianceStructure): { mean: Entry; slopes: Entry[]; variance: Entry }[] {
  let at = 1;
  return Array.from({ length: dim }, (_, i) => {
    const mean = entries[at];
    const end = at + 1 + slopesOf(i, structure);
    const slopes = entries.slice(at + 1, end);
    at = end + 1;
    return { mean, slopes, variance: entries[end] };
  });
}

/** Lanes of one dimension, number of components and structure, padded to `size` points each. */
export function upload(tf: Tf, tasks: readonly EmTask[], size: number): Points {
  const { structure } = tasks[0];
  const { dim } = tasks[0].start;
  const rows = (entry: (task: EmTask, n: number) => number) => {
    const values = new Float32Array(tasks.length * size);
    for (const [lane, task] of tasks.entries()) {
      for (let n = 0; n < task.count; n++) values[lane * size + n] = entry(task, n);
    }
    return tf.tensor3d(values, [tasks.length, 1, size]);
  };
  const perLane = (entry: (task: EmTask) => number) => tf.tensor3d(Float32Array.from(tasks, entry), [tasks.length, 1, 1]);
  return {
    axes: Array.from({ length: dim }, (_, i) => rows(({ values }, n) => values[n * dim + i])),
    mask: rows(() => 1),
    inverseCount: perLane(({ count }) => 1 / count),
    floor: perLane(({ floor }) => floor),
    structure,
  };
}

/** The tasks' starts. */
export function uploadStart(tf: Tf, tasks: readonly EmTask[]): Parameters {
  const starts = tasks.flatMap(({ start, structure }) => Array.from(start.weights, (_, k) => flatten(start, structure, k)));
  const components = tasks[0].start.weights.length;
  return starts[0].map((_, entry) =>
    tf.tensor3d(
      Float32Array.from(starts, (values) => values[entry]),
      [tasks.length, components, 1],
    ),
  );
}

/** Component k as parameters: the factors L and D of its covariance by u_ij = c_ij - sum_{m<j} l_im u_jm, l_ij = u_ij / v_j, v_i = c_ii - sum_m l_im u_im. */
function flatten({ dim, weights, means, covariances }: Mixture, structure: CovarianceStructure, k: number): number[] {
  const entries = [weights[k]];
  const slopes: number[][] = [];
  const products: number[][] = [];
  const variances: number[] = [];
  for (let i = 0; i < dim; i++) {
    const row = covariances.subarray((k * dim + i) * dim);
    slopes.push([]);
    products.push([]);
    for (let j = 0; j < slopesOf(i, structure); j++) {
      const product = slopes[i].reduce((rest, slope, m) => rest - slope * products[j][m], row[j]);
      products[i].push(product);
      slopes[i].push(product / variances[j]);
    }
    variances.push(slopes[i].reduce((rest, slope, m) => rest - slope * products[i][m], row[i]));
    entries.push(means[k * dim + i], ...slopes[i], variances[i]);
  }
  return entries;
}

/** One lane's parameters, each of its K components, as a mixture. */
export function unflatten(row: Float32Array, dim: number, components: number, structure: CovarianceStructure): Mixture {
  const weights = Float64Array.from(row.subarray(0, components));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const means = new Float64Array(components * dim);
  const covariances = new Float64Array(components * dim * dim);
  for (let k = 0; k < components; k++) {
    const entries = Array.from({ length: row.length / components }, (_, entry) => row[entry * components + k]);
    const axes = axesOf(entries, dim, structure);
    for (const [i, { mean, slopes }] of axes.entries()) {
      means[k * dim + i] = mean;
      for (let j = 0; j <= i; j++) {
        const ofJ = axes[j].slopes;
        let entry = j === i ? axes[i].variance : (slopes[j] ?? 0) * axes[j].variance;
        for (let m = 0; m < ofJ.length; m++) entry += slopes[m] * ofJ[m] * axes[m].variance;
        covariances[(k * dim + i) * dim + j] = entry;
        covariances[(k * dim + j) * dim + i] = entry;
      }
    }
  }
  return { dim, weights: weights.map((weight) => weight / total), means, covariances };
}

/** Responsibilities r_nk [B, K, n], 0 for padding, by log-sum-exp; with `score` also the mean log-likelihood [B, 1, 1]. */
export function expectation(tf: Tf, { axes, mask, inverseCount, structure }: Points, parameters: Parameters, score: boolean) {
  const residuals: Tensor[] = [];
  const squares: Tensor[] = [];
  const logVariances: Tensor[] = [];
  for (const [i, { mean, slopes, variance }] of axesOf(parameters, axes.length, structure).entries()) {
    const residual = slopes.reduce((rest, slope, j) => tf.sub(rest, tf.mul(slope, residuals[j])), tf.sub(axes[i], mean));
    residuals.push(residual);
    squares.push(tf.div(tf.square(residual), variance));
    logVariances.push(tf.log(variance));
  }
  const logVolume = tf.add(total(tf, logVariances), axes.length * LOG_2PI);
  const constant = tf.sub(tf.log(parameters[0]), tf.mul(0.5, logVolume));
  const logDensity = tf.sub(constant, tf.mul(0.5, total(tf, squares)));
  const highest = tf.max(logDensity, 1, true);
  const shares = tf.exp(tf.sub(logDensity, highest));
  const sum = tf.sum(shares, 1, true);
  return {
    responsibilities: tf.mul(shares, tf.div(mask, sum)),
    meanLogLikelihood: score ? tf.mul(tf.sum(tf.mul(mask, tf.add(highest, tf.log(sum))), 2, true), inverseCount) : null,
  };
}

const total = (tf: Tf, terms: readonly Tensor[]): Tensor => terms.reduce((sum, term) => tf.add(sum, term));

/**
 * M step: weighted moments in two passes, with the new means. Gram-Schmidt takes from every axis its regression on the residuals e_j before
 * it, so that every variance is a sum of squares. S + floor I is the covariance of the axes with independent noise of variance `floor` each:
 * a residual e_i = dx_i - sum_k b_ik dx_k has 1 + |b_i|^2 of it, and two of them share sum_k b_ik b_jk.
 */
export function maximisation(tf: Tf, { axes, inverseCount, floor, structure }: Points, responsibilities: Tensor): Parameters {
  const sizes = tf.add(tf.sum(responsibilities, 2, true), EMPTY);
  const average = (weighted: Tensor) => tf.div(tf.sum(weighted, 2, true), sizes);
  const means: Tensor[] = [];
  const residuals: Tensor[] = [];
  const weightedResiduals: Tensor[] = [];
  const slopes: Tensor[][] = [];
  const coefficients: Tensor[][] = [];
  let variances: Tensor[] = [];
  for (const [i, axis] of axes.entries()) {
    const mean = average(tf.mul(responsibilities, axis));
    let residual: Tensor = tf.sub(axis, mean);
    const slope: Tensor[] = [];
    let b: Tensor[] = [];
    for (let j = 0; j < slopesOf(i, structure); j++) {
      const covariance = average(tf.mul(weightedResiduals[j], residual));
      const noise = b.map((entry, k) => tf.mul(entry, coefficients[j][k]));
      const s = tf.div(noise.length > 0 ? tf.add(covariance, tf.mul(floor, total(tf, noise))) : covariance, variances[j]);
      residual = tf.sub(residual, tf.mul(s, residuals[j]));
      b = [...b.map((entry, k) => tf.sub(entry, tf.mul(s, coefficients[j][k]))), s];
      slope.push(s);
    }
    // what nothing reads is not computed; the order of the factors is that of the first release, whose WebGL runs keep their numbers
    if (i === 0 || i + 1 < axes.length) weightedResiduals.push(tf.mul(responsibilities, residual));
    const variance = average(i === 0 ? tf.mul(weightedResiduals[0], residual) : tf.mul(responsibilities, tf.square(residual)));
    variances.push(structure === 'spherical' ? variance : tf.add(variance, shareOfFloor(tf, floor, b)));
    means.push(mean);
    residuals.push(residual);
    slopes.push(slope);
    coefficients.push(b);
  }
  if (structure === 'spherical') {
    const variance = tf.add(tf.div(total(tf, variances), axes.length), floor);
    variances = variances.map(() => variance);
  }
  return [tf.mul(sizes, inverseCount), ...axes.flatMap((_, i) => [means[i], ...slopes[i], variances[i]])];
}

/** floor (1 + |b|^2) */
function shareOfFloor(tf: Tf, floor: Tensor, b: readonly Tensor[]): Tensor {
  if (b.length === 0) return floor;
  return tf.mul(
    floor,
    tf.add(
      total(
        tf,
        b.map((entry) => tf.square(entry)),
      ),
      1,
    ),
  );
}
