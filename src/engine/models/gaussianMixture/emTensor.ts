import type * as Tensorflow from '@tensorflow/tfjs-core';
import type { Progress, TensorBackend } from '../../contracts';
import { EM_STOP, type EmResult, type EmStop, type EmTask, type Mixture } from './mixture';

const LOG_2PI = 1.8378770664093453;
/** the float64 path's guard against empty components */
const EMPTY = 10 * Number.EPSILON;
/** Elements of the largest tensors, [lanes, K, n]: more lanes go in turns. */
const BATCH_ELEMENTS = 1 << 19;

type Tensor = Tensorflow.Tensor;

/** Points of B lanes, each [B, 1, n]; `mask` is 1 for a point and 0 for padding. `inverseCount`, `floor`: [B, 1, 1]. */
interface Points {
  readonly x: Tensor;
  /** null in one dimension */
  readonly y: Tensor | null;
  readonly mask: Tensor;
  readonly inverseCount: Tensor;
  readonly floor: Tensor;
}

/**
 * Mixture parameters of B lanes, each [B, K, 1]: weight, mean of x, variance a of x and, in two dimensions, mean of y, slope s of y on x and
 * residual variance v of y. C = [[a, s a], [s a, v + s^2 a]]: in float32 this keeps a thin component's short axis, which a c - b^2 loses.
 */
type Parameters = Tensor[];

/**
 * Expectation maximisation of many mixtures at once on tfjs, in one or two dimensions: the iterations and the stopping rule of `emFloat64` in
 * float32. Lanes of one padded size share tensors; no operation mixes lanes, so that a lane's numbers do not depend on its company.
 */
export async function* emTensor(tasks: readonly EmTask[], backend: TensorBackend, stop: EmStop = EM_STOP): AsyncGenerator<Progress, EmResult[]> {
  const results = new Array<EmResult>(tasks.length);
  const total = tasks.length * stop.limit;
  let before = 0;
  for (const lanes of batches(tasks)) {
    const batch = fitBatch(
      lanes.map((lane) => tasks[lane]),
      backend,
      stop,
    );
    try {
      for (let step = await batch.next(); ; step = await batch.next()) {
        if (step.done) {
          for (const [at, lane] of lanes.entries()) results[lane] = step.value[at];
          break;
        }
        yield { phase: 'fit', done: before + step.value * lanes.length, total };
      }
    } finally {
      await batch.return([]);
    }
    before += lanes.length * stop.limit;
  }
  return results;
}

/** Fits lanes of one padded size; yields the iterations done at every check. A lane that has converged keeps the parameters of that check. */
async function* fitBatch(tasks: readonly EmTask[], { tf, read }: TensorBackend, stop: EmStop): AsyncGenerator<number, EmResult[]> {
  const { dim } = tasks[0].start;
  const results: (EmResult | null)[] = tasks.map(() => null);
  const checked = new Float64Array(tasks.length).fill(Number.NEGATIVE_INFINITY);
  const points = upload(tf, tasks);
  let parameters = start(tf, tasks);
  try {
    for (let iteration = 1; ; iteration++) {
      const isCheck = iteration % stop.interval === 0 || iteration === stop.limit;
      const previous = parameters;
      const made = tf.tidy(() => {
        const { responsibilities, meanLogLikelihood } = expectation(tf, points, previous, isCheck);
        const next = maximisation(tf, points, responsibilities);
        return meanLogLikelihood ? [...next, pack(tf, next, meanLogLikelihood)] : next;
      });
      tf.dispose(previous);
      parameters = made.slice(0, previous.length);
      if (!isCheck) continue;

      const packed = made[previous.length];
      const values = await read(packed).finally(() => tf.dispose(packed));
      for (const [lane, task] of tasks.entries()) {
        if (results[lane]) continue;
        const row = values.subarray((lane * values.length) / tasks.length, ((lane + 1) * values.length) / tasks.length);
        const meanLogLikelihood = row[row.length - 1];
        const converged = meanLogLikelihood - checked[lane] < stop.gain;
        checked[lane] = meanLogLikelihood;
        if (converged || iteration === stop.limit) {
          results[lane] = { mixture: unpack(row, dim, task.start.weights.length), iterations: iteration, meanLogLikelihood, converged };
        }
      }
      if (results.every((result) => result !== null)) return results as EmResult[];
      yield iteration;
    }
  } finally {
    tf.dispose(parameters);
    tf.dispose(Object.values(points).filter((tensor) => tensor !== null));
  }
}

/** Lane numbers by padded size, at most as many together as the device holds comfortably. */
function batches(tasks: readonly EmTask[]): number[][] {
  const groups: { readonly key: string; readonly room: number; readonly lanes: number[] }[] = [];
  for (const [
    lane,
    {
      count,
      start: { dim, weights },
    },
  ] of tasks.entries()) {
    const size = paddedCount(count);
    const key = `${dim} ${weights.length} ${size}`;
    const open = groups.find((group) => group.key === key && group.lanes.length < group.room);
    if (open) open.lanes.push(lane);
    else groups.push({ key, room: Math.max(1, Math.floor(BATCH_ELEMENTS / (size * weights.length))), lanes: [lane] });
  }
  return groups.map(({ lanes }) => lanes);
}

/** The next size on a grid of steps of a quarter: a function of n alone, so that a growing training set compiles few shaders. */
export function paddedCount(count: number): number {
  let size = 64;
  while (size < count) size = 16 * Math.ceil((size * 5) / 64);
  return size;
}

function upload(tf: typeof Tensorflow, tasks: readonly EmTask[]): Points {
  const size = paddedCount(tasks[0].count);
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
    x: rows(({ values }, n) => values[n * dim]),
    y: dim === 2 ? rows(({ values }, n) => values[n * dim + 1]) : null,
    mask: rows(() => 1),
    inverseCount: perLane(({ count }) => 1 / count),
    floor: perLane(({ floor }) => floor),
  };
}

function start(tf: typeof Tensorflow, tasks: readonly EmTask[]): Parameters {
  const { dim, weights } = tasks[0].start;
  const components = weights.length;
  const perComponent = (entry: (mixture: Mixture, k: number) => number) =>
    tf.tensor3d(
      Float32Array.from({ length: tasks.length * components }, (_, i) => entry(tasks[Math.floor(i / components)].start, i % components)),
      [tasks.length, components, 1],
    );
  const covariance = ({ covariances }: Mixture, k: number, entry: number) => covariances[k * dim * dim + entry];
  const slope = (mixture: Mixture, k: number) => covariance(mixture, k, 1) / covariance(mixture, k, 0);
  const ofX = [
    perComponent((mixture, k) => mixture.weights[k]),
    perComponent((mixture, k) => mixture.means[k * dim]),
    perComponent((mixture, k) => covariance(mixture, k, 0)),
  ];
  if (dim === 1) return ofX;
  return [
    ...ofX,
    perComponent((mixture, k) => mixture.means[k * dim + 1]),
    perComponent(slope),
    perComponent((mixture, k) => covariance(mixture, k, 3) - slope(mixture, k) * covariance(mixture, k, 1)),
  ];
}

/** Responsibilities r_nk [B, K, n], 0 for padding, by log-sum-exp; with `score` also the mean log-likelihood [B, 1, 1]. */
function expectation(tf: typeof Tensorflow, { x, y, mask, inverseCount }: Points, parameters: Parameters, score: boolean) {
  const [weight, meanX, varianceX, meanY, slope, residualVariance] = parameters;
  const dx = tf.sub(x, meanX);
  let squares = tf.div(tf.square(dx), varianceX);
  let logVolume = tf.log(varianceX);
  if (y) {
    const residual = tf.sub(tf.sub(y, meanY), tf.mul(slope, dx));
    squares = tf.add(squares, tf.div(tf.square(residual), residualVariance));
    logVolume = tf.add(logVolume, tf.log(residualVariance));
  }
  const constant = tf.sub(tf.log(weight), tf.mul(0.5, tf.add(logVolume, (y ? 2 : 1) * LOG_2PI)));
  const logDensity = tf.sub(constant, tf.mul(0.5, squares));
  const highest = tf.max(logDensity, 1, true);
  const shares = tf.exp(tf.sub(logDensity, highest));
  const sum = tf.sum(shares, 1, true);
  return {
    responsibilities: tf.mul(shares, tf.div(mask, sum)),
    meanLogLikelihood: score ? tf.mul(tf.sum(tf.mul(mask, tf.add(highest, tf.log(sum))), 2, true), inverseCount) : null,
  };
}

/** Weighted moments in two passes, with the new mean; the floor is added to both variances as to the diagonal of C. */
function maximisation(tf: typeof Tensorflow, { x, y, inverseCount, floor }: Points, responsibilities: Tensor): Parameters {
  const over = (values: Tensor) => tf.sum(values, 2, true);
  const sizes = tf.add(over(responsibilities), EMPTY);
  const meanX = tf.div(over(tf.mul(responsibilities, x)), sizes);
  const dx = tf.sub(x, meanX);
  const weightedDx = tf.mul(responsibilities, dx);
  const varianceX = tf.add(tf.div(over(tf.mul(weightedDx, dx)), sizes), floor);
  const weight = tf.mul(sizes, inverseCount);
  if (!y) return [weight, meanX, varianceX];

  const meanY = tf.div(over(tf.mul(responsibilities, y)), sizes);
  const dy = tf.sub(y, meanY);
  const slope = tf.div(tf.div(over(tf.mul(weightedDx, dy)), sizes), varianceX);
  const residuals = tf.square(tf.sub(dy, tf.mul(slope, dx)));
  // the Schur complement of S + floor I: mean squared residual + floor (1 + slope^2), a sum of positive terms
  const residualVariance = tf.add(tf.div(over(tf.mul(responsibilities, residuals)), sizes), tf.mul(floor, tf.add(tf.square(slope), 1)));
  return [weight, meanX, varianceX, meanY, slope, residualVariance];
}

/** Everything that a check reads, in one tensor: [B, parameters x K + 1], the mean log-likelihood last. */
function pack(tf: typeof Tensorflow, parameters: Parameters, meanLogLikelihood: Tensor): Tensor {
  const lanes = meanLogLikelihood.shape[0];
  return tf.concat(
    [...parameters, meanLogLikelihood].map((tensor) => tf.reshape(tensor, [lanes, -1])),
    1,
  );
}

/** One lane's row of `pack` as a mixture. */
function unpack(row: Float32Array, dim: number, components: number): Mixture {
  const weights = Float64Array.from(row.subarray(0, components));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const means = new Float64Array(components * dim);
  const covariances = new Float64Array(components * dim * dim);
  for (let k = 0; k < components; k++) {
    const [, meanX, a, meanY, slope, residual] = Array.from({ length: 3 * dim }, (_, entry) => row[entry * components + k]);
    means.set(dim === 2 ? [meanX, meanY] : [meanX], k * dim);
    covariances.set(dim === 2 ? [a, slope * a, slope * a, residual + slope * slope * a] : [a], k * dim * dim);
  }
  return { dim, weights: weights.map((weight) => weight / total), means, covariances };
}
