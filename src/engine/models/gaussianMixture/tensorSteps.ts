import type * as Tensorflow from '@tensorflow/tfjs-core';
import type { EmTask } from './mixture';
import { type Axis, axesOf, entriesOf, flatten, type Layout, layoutOf, roundedOff, slopesOf } from './tensorLayout';

const LOG_2PI = 1.8378770664093453;
/** the float64 path's guard against empty components */
const EMPTY = 10 * Number.EPSILON;

type Tf = typeof Tensorflow;
type Tensor = Tensorflow.Tensor;

/** Points of B lanes: their coordinates, each [B, 1, n]; `times`: how many times each counts, 0 for padding; `inverseCount`, `floor`: [B, 1, 1]. */
export interface Points {
  readonly axes: readonly Tensor[];
  /** what float32 rounds off the coordinates; none unless the layout is fine */
  readonly remainders: readonly Tensor[];
  readonly times: Tensor;
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
    times: rows(({ times }, n) => (times ? times[n] : 1)),
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

/** Responsibilities r_nk [B, K, n], times how many times each point counts, by log-sum-exp; with `score` also the mean log-likelihood [B, 1, 1]. */
export function expectation(tf: Tf, { axes, remainders, times, inverseCount, layout }: Points, parameters: Parameters, score: boolean) {
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
    responsibilities: tf.mul(shares, tf.div(times, sum)),
    meanLogLikelihood: score ? tf.mul(tf.sum(tf.mul(times, tf.add(highest, tf.log(sum))), 2, true), inverseCount) : null,
  };
}

const total = (tf: Tf, terms: readonly Tensor[]): Tensor => terms.reduce((sum, term) => tf.add(sum, term));

/** An axis of the M step: what it adds to the parameters, and what the axes behind it are regressed on. */
interface FittedAxis extends Axis<Tensor> {
  /** e_i, [B, K, n] */
  readonly residual: Tensor;
  /** b_ik in e_i = dx_i - sum_{k<i} b_ik dx_k */
  readonly coefficients: readonly Tensor[];
}

/**
 * M step: weighted moments in two passes, with the new means. Gram-Schmidt takes from every axis its regression on the residuals before it,
 * so that every variance is a sum of squares. S + floor I is the covariance of the axes with independent noise of variance `floor` each: a
 * residual e_i has 1 + |b_i|^2 of it, and two of them share sum_k b_ik b_jk.
 */
export function maximisation(tf: Tf, points: Points, responsibilities: Tensor): Parameters {
  const { axes, inverseCount, floor, layout } = points;
  const sizes = tf.add(tf.sum(responsibilities, 2, true), EMPTY);
  const average: Average = (values) => tf.div(tf.sum(values, 2, true), sizes);
  const isSpherical = layout.structure === 'spherical';
  const fitted: FittedAxis[] = [];
  // r_nk e_i of all axes but the last, which nothing is regressed on
  const weighted: Tensor[] = [];
  for (const i of axes.keys()) {
    const { mean, remainder, away } = centred(tf, points, i, responsibilities, average);
    const { slopes, coefficients, residual } = regression(tf, away, fitted.slice(0, slopesOf(i, layout)), weighted, floor, average);
    if (i === 0 || i + 1 < axes.length) weighted.push(tf.mul(responsibilities, residual));
    // the order of the factors is that of the first release, whose WebGL runs keep their numbers
    const ofData = average(i === 0 ? tf.mul(weighted[0], residual) : tf.mul(responsibilities, tf.square(residual)));
    const variance = isSpherical ? ofData : tf.add(ofData, shareOfFloor(tf, floor, coefficients));
    fitted.push({ mean, remainder, slopes, variance, residual, coefficients });
  }
  return entriesOf(tf.mul(sizes, inverseCount), isSpherical ? pooled(tf, fitted, floor) : fitted);
}

/** Mean over a component's points, [B, K, n] already times r_nk to [B, K, 1]. */
type Average = (values: Tensor) => Tensor;

/** An axis' weighted mean and the points' distances from it. */
function centred(tf: Tf, { axes, remainders, layout }: Points, i: number, responsibilities: Tensor, average: Average) {
  const mean = average(tf.mul(responsibilities, axes[i]));
  const coarse = tf.sub(axes[i], mean);
  if (!layout.fine) return { mean, remainder: null, away: coarse };
  const whole = tf.add(coarse, remainders[i]);
  const remainder = average(tf.mul(responsibilities, whole));
  return { mean, remainder, away: tf.sub(whole, remainder) };
}

/** Slopes of `away` on the residuals of the axes before it, and what they leave of it. */
function regression(tf: Tf, away: Tensor, before: readonly FittedAxis[], weighted: readonly Tensor[], floor: Tensor, average: Average) {
  let residual = away;
  let b: Tensor[] = [];
  const slopes: Tensor[] = [];
  for (const [j, { residual: other, coefficients, variance }] of before.entries()) {
    const ofData = average(tf.mul(weighted[j], residual));
    const noise = b.map((entry, k) => tf.mul(entry, coefficients[k]));
    const covariance = noise.length > 0 ? tf.add(ofData, tf.mul(floor, total(tf, noise))) : ofData;
    const slope = tf.div(covariance, variance);
    residual = tf.sub(residual, tf.mul(slope, other));
    b = [...b.map((entry, k) => tf.sub(entry, tf.mul(slope, coefficients[k]))), slope];
    slopes.push(slope);
  }
  return { slopes, coefficients: b, residual };
}

/** floor (1 + |b|^2) */
function shareOfFloor(tf: Tf, floor: Tensor, b: readonly Tensor[]): Tensor {
  if (b.length === 0) return floor;
  const squares = b.map((entry) => tf.square(entry));
  return tf.mul(floor, tf.add(total(tf, squares), 1));
}

/** All axes with the mean of their variances, and the floor on it. */
function pooled(tf: Tf, axes: readonly Axis<Tensor>[], floor: Tensor): Axis<Tensor>[] {
  const variances = axes.map(({ variance }) => variance);
  const variance = tf.add(tf.div(total(tf, variances), axes.length), floor);
  return axes.map((axis) => ({ ...axis, variance }));
}
