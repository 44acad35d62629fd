import type * as Tensorflow from '@tensorflow/tfjs-core';
import type { EmTask } from './mixture';
import { type Axis, axesOf, entriesOf, flatten, type Layout, layoutOf, roundedOff, slopesOf } from './tensorLayout';

const LOG_2PI = 1.8378770664093453;
/** the float64 path's guard against empty components */
const EMPTY = 10 * Number.EPSILON;

type Tf = typeof Tensorflow;
type Tensor = Tensorflow.Tensor;

/** Points of B lanes: their coordinates, each [B, 1, n]; `mask` is 1 for a point and 0 for padding; `inverseCount`, `floor`: [B, 1, 1]. */
export interface Points {
  readonly axes: readonly Tensor[];
  /** what float32 rounds off the coordinates; none unless the layout is fine */
  readonly remainders: readonly Tensor[];
  readonly mask: Tensor;
  readonly inverseCount: Tensor;
  readonly floor: Tensor;
  readonly layout: Layout;
}

/** The parameters of B lanes in the layout's order, each [B, K, 1]. */
export type Parameters = Tensor[];

/** Lanes of one layout and number of components, padded to `size` points each. */
export function upload(tf: Tf, tasks: readonly EmTask[], size: number): Points {
  const layout = layoutOf(tasks[0]);
  const rows = (entry: (task: EmTask, n: number) => number) => {
    const values = new Float32Array(tasks.length * size);
    for (const [lane, task] of tasks.entries()) {
      for (let n = 0; n < task.count; n++) values[lane * size + n] = entry(task, n);
    }
    return tf.tensor3d(values, [tasks.length, 1, size]);
  };
  const perLane = (entry: (task: EmTask) => number) => tf.tensor3d(Float32Array.from(tasks, entry), [tasks.length, 1, 1]);
  const coordinates = (entry: (value: number) => number) =>
    Array.from({ length: layout.dim }, (_, i) => rows(({ values }, n) => entry(values[n * layout.dim + i])));
  return {
    axes: coordinates((value) => value),
    remainders: layout.fine ? coordinates(roundedOff) : [],
    mask: rows(() => 1),
    inverseCount: perLane(({ count }) => 1 / count),
    floor: perLane(({ floor }) => floor),
    layout,
  };
}

/** The tasks' starts. */
export function uploadStart(tf: Tf, tasks: readonly EmTask[]): Parameters {
  const layout = layoutOf(tasks[0]);
  const starts = tasks.flatMap(({ start }) => Array.from(start.weights, (_, k) => flatten(start, layout, k)));
  const shape: [number, number, number] = [tasks.length, starts.length / tasks.length, 1];
  return starts[0].map((_, at) => {
    const entries = Float32Array.from(starts, (entry) => entry[at]);
    return tf.tensor3d(entries, shape);
  });
}

/** Responsibilities r_nk [B, K, n], 0 for padding, by log-sum-exp; with `score` also the mean log-likelihood [B, 1, 1]. */
export function expectation(tf: Tf, { axes, remainders, mask, inverseCount, layout }: Points, parameters: Parameters, score: boolean) {
  const residuals: Tensor[] = [];
  const squares: Tensor[] = [];
  const logVariances: Tensor[] = [];
  for (const [i, { mean, remainder, slopes, variance }] of axesOf(parameters, layout).entries()) {
    const coarse = tf.sub(axes[i], mean);
    const away = remainder ? tf.add(coarse, tf.sub(remainders[i], remainder)) : coarse;
    const residual = slopes.reduce((left, slope, j) => tf.sub(left, tf.mul(slope, residuals[j])), away);
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
export function maximisation(tf: Tf, { axes, remainders, inverseCount, floor, layout }: Points, responsibilities: Tensor): Parameters {
  const sizes = tf.add(tf.sum(responsibilities, 2, true), EMPTY);
  const average = (weighted: Tensor) => tf.div(tf.sum(weighted, 2, true), sizes);
  const isSpherical = layout.structure === 'spherical';
  const made: Axis<Tensor>[] = [];
  const residuals: Tensor[] = [];
  const weightedResiduals: Tensor[] = [];
  const coefficients: Tensor[][] = [];
  for (const [i, axis] of axes.entries()) {
    const mean = average(tf.mul(responsibilities, axis));
    let residual: Tensor = tf.sub(axis, mean);
    let remainder: Tensor | null = null;
    if (layout.fine) {
      const whole = tf.add(residual, remainders[i]);
      remainder = average(tf.mul(responsibilities, whole));
      residual = tf.sub(whole, remainder);
    }
    const slopes: Tensor[] = [];
    let b: Tensor[] = [];
    for (let j = 0; j < slopesOf(i, layout); j++) {
      const covariance = average(tf.mul(weightedResiduals[j], residual));
      const noise = b.map((entry, k) => tf.mul(entry, coefficients[j][k]));
      const slope = tf.div(noise.length > 0 ? tf.add(covariance, tf.mul(floor, total(tf, noise))) : covariance, made[j].variance);
      residual = tf.sub(residual, tf.mul(slope, residuals[j]));
      b = [...b.map((entry, k) => tf.sub(entry, tf.mul(slope, coefficients[j][k]))), slope];
      slopes.push(slope);
    }
    // what nothing reads is not computed; the order of the factors is that of the first release, whose WebGL runs keep their numbers
    if (i === 0 || i + 1 < axes.length) weightedResiduals.push(tf.mul(responsibilities, residual));
    const variance = average(i === 0 ? tf.mul(weightedResiduals[0], residual) : tf.mul(responsibilities, tf.square(residual)));
    made.push({ mean, remainder, slopes, variance: isSpherical ? variance : tf.add(variance, shareOfFloor(tf, floor, b)) });
    residuals.push(residual);
    coefficients.push(b);
  }
  const weight = tf.mul(sizes, inverseCount);
  if (!isSpherical) return entriesOf(weight, made);
  const sum = total(
    tf,
    made.map(({ variance }) => variance),
  );
  const variance = tf.add(tf.div(sum, axes.length), floor);
  return entriesOf(
    weight,
    made.map((axis) => ({ ...axis, variance })),
  );
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
