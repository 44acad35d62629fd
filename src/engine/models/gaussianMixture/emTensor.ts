import type * as Tensorflow from '@tensorflow/tfjs-core';
import type { Progress, TensorBackend } from '../../contracts';
import { EM_STOP, type EmResult, type EmStop, type EmTask, isExact } from './mixture';
import { layoutOf, unflatten } from './tensorLayout';
import { expectation, maximisation, type Parameters, upload, uploadStart } from './tensorSteps';

/** Elements of the largest tensors, [lanes, K, n]: more lanes go in turns. */
const BATCH_ELEMENTS = 1 << 19;

/**
 * Expectation maximisation of many mixtures at once on tfjs: the iterations and the stopping rule of `emFloat64` in float32, on standardised
 * points. Lanes of one shape and padded size share tensors; no operation mixes lanes, so that a lane's numbers do not depend on its company.
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

/** Fits lanes of one shape and padded size; yields the iterations done at every check. A lane that has converged keeps the parameters of that check. */
async function* fitBatch(tasks: readonly EmTask[], { tf, read }: TensorBackend, stop: EmStop): AsyncGenerator<number, EmResult[]> {
  const results: (EmResult | null)[] = tasks.map(() => null);
  const checked = new Float64Array(tasks.length).fill(Number.NEGATIVE_INFINITY);
  const points = upload(tf, tasks, paddedCount(tasks[0].count));
  let parameters = uploadStart(tf, tasks);
  try {
    for (let iteration = 1; ; iteration++) {
      const isCheck = iteration % stop.interval === 0 || iteration === stop.limit;
      const previous = parameters;
      const made = tf.tidy(() => {
        const before = expectation(tf, points, previous, isCheck && !isExact(stop));
        const next = maximisation(tf, points, before.responsibilities);
        const { meanLogLikelihood } = isCheck && isExact(stop) ? expectation(tf, points, next, true) : before;
        return meanLogLikelihood ? [...next, pack(tf, next, meanLogLikelihood)] : next;
      });
      tf.dispose(previous);
      parameters = made.slice(0, previous.length);
      if (!isCheck) continue;

      const packed = made[previous.length];
      const values = await read(packed).finally(() => tf.dispose(packed));
      for (const lane of tasks.keys()) {
        if (results[lane]) continue;
        const row = values.subarray((lane * values.length) / tasks.length, ((lane + 1) * values.length) / tasks.length);
        const meanLogLikelihood = row[row.length - 1];
        const converged = meanLogLikelihood - checked[lane] < stop.gain;
        checked[lane] = meanLogLikelihood;
        if (converged || iteration === stop.limit) {
          const mixture = unflatten(row.subarray(0, -1), tasks[0].start.weights.length, points.layout);
          results[lane] = { mixture, iterations: iteration, meanLogLikelihood, converged };
        }
      }
      if (results.every((result) => result !== null)) return results as EmResult[];
      yield iteration;
    }
  } finally {
    tf.dispose(parameters);
    tf.dispose([...points.axes, ...points.remainders, points.times, points.inverseCount, points.floor]);
  }
}

/** Lane numbers by shape and padded size, at most as many together as the device holds comfortably. */
function batches(tasks: readonly EmTask[]): number[][] {
  const groups: { readonly key: string; readonly room: number; readonly lanes: number[] }[] = [];
  for (const [lane, task] of tasks.entries()) {
    const { weights } = task.start;
    const size = paddedCount(task.count);
    const key = `${Object.values(layoutOf(task)).join(' ')} ${weights.length} ${size}`;
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

/** Everything that a check reads, in one tensor: [B, parameters x K + 1], the mean log-likelihood last. */
function pack(tf: typeof Tensorflow, parameters: Parameters, meanLogLikelihood: Tensorflow.Tensor): Tensorflow.Tensor {
  const lanes = meanLogLikelihood.shape[0];
  return tf.concat(
    [...parameters, meanLogLikelihood].map((tensor) => tf.reshape(tensor, [lanes, -1])),
    1,
  );
}
