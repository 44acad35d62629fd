import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTensors } from '../../../backend/node';
import type { TensorBackend } from '../../contracts';
import { finishAsync, finish as finishSteps } from '../../math/steps';
import { createRng } from '../../rng';
import { emFloat64 } from './emFloat64';
import { emTensor, paddedCount } from './emTensor';
import type { EmResult, EmTask, Mixture } from './mixture';
import { seedMixture } from './seeding';

/** float32 against float64, relative to the largest entry of each array (references: 1e-3) */
const TOLERANCE = 1e-3;

function expectClose(actual: Mixture, wanted: Mixture, tolerance: number): void {
  for (const part of ['weights', 'means', 'covariances'] as const) {
    const scale = wanted[part].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const worst = wanted[part].reduce((most, value, i) => Math.max(most, Math.abs(actual[part][i] - value)), 0);
    expect(worst, part).toBeLessThanOrEqual(tolerance * scale);
  }
}

/** `count` points of the 8-mode ring, standardised to mean variance about 1, with the start that the model would give them. */
function ringTask(seed: number, count: number, dim = 2): EmTask {
  const rng = createRng(seed);
  const half = Math.SQRT1_2;
  const directions = [1, 0, half, half, 0, 1, -half, half, -1, 0, -half, -half, 0, -1, half, -half];
  const values = new Float64Array(count * dim);
  for (let n = 0; n < count; n++) {
    const mode = rng.integer(8);
    for (let a = 0; a < dim; a++) values[n * dim + a] = 1.4 * directions[2 * mode + a] + 0.14 * rng.normal();
  }
  return {
    values,
    count,
    start: finishSteps(seedMixture({ values, count, dim, times: null }, 8, 1e-6, rng.fork('start'))),
    structure: 'full',
    floor: 1e-6,
  };
}

const finish = (tasks: readonly EmTask[], backend: TensorBackend): Promise<EmResult[]> => finishAsync(emTensor(tasks, backend));

const inFloat64 = (task: EmTask): EmResult => finishSteps(emFloat64(task));

describe.each(['cpu', 'wasm'] as const)('EM on tfjs (%s)', (rung) => {
  let backend: TensorBackend;
  let tensorsBefore = 0;
  beforeAll(async () => {
    backend = await openTensors(rung);
    tensorsBefore = backend.tf.memory().numTensors;
  });
  afterAll(() => {
    expect(backend.tf.memory().numTensors).toBe(tensorsBefore);
  });

  test('equals the float64 path on the ring, and stops as it does', async () => {
    const tasks = [1, 2, 3].map((seed) => ringTask(seed, 264));
    const results = await finish(tasks, backend);
    for (const [at, task] of tasks.entries()) {
      const wanted = inFloat64(task);
      expect(results[at].iterations).toBe(wanted.iterations);
      expect(results[at].converged).toBe(true);
      expect(results[at].meanLogLikelihood).toBeCloseTo(wanted.meanLogLikelihood, 4);
      expectClose(results[at].mixture, wanted.mixture, TOLERANCE);
    }
  });

  test('gives a lane the same numbers alone as in company of other lanes and other sizes', async () => {
    const fine = { ...ringTask(6, 200), floor: 1e-12 };
    const diagonal: EmTask = { ...ringTask(7, 264), structure: 'diagonal' };
    const tasks = [ringTask(1, 264), ringTask(2, 200), ringTask(3, 270), ringTask(4, 100, 1), ringTask(5, 264), fine, diagonal];
    const together = await finish(tasks, backend);
    for (const [at, task] of tasks.entries()) expect(await finish([task], backend)).toEqual([together[at]]);
  }, 30_000);

  test('keeps a component that collapsed to a line at the floor, and identical points finite', async () => {
    const line = ringTask(6, 200);
    for (let n = 0; n < 200; n++) line.values[2 * n + 1] = line.values[2 * n] * 0.5;
    const onLine = { ...line, start: finishSteps(seedMixture({ values: line.values, count: 200, dim: 2, times: null }, 2, 1e-6, createRng(1))) };
    const same: EmTask = {
      ...line,
      values: new Float64Array(400),
      start: finishSteps(seedMixture({ values: new Float64Array(400), count: 200, dim: 2, times: null }, 2, 1e-6, createRng(1))),
    };
    const [thin, point] = await finish([onLine, same], backend);
    expectClose(thin.mixture, inFloat64(onLine).mixture, TOLERANCE);
    expectClose(point.mixture, inFloat64(same).mixture, TOLERANCE);
    for (const { covariances } of [thin.mixture, point.mixture]) {
      for (let k = 0; k < 2; k++) {
        const [a, b, , c] = covariances.subarray(4 * k, 4 * k + 4);
        expect((a * c - b * b) / (a + c)).toBeGreaterThan(0.49e-6);
      }
    }
  });

  test('left early, frees its tensors', async () => {
    const before = backend.tf.memory().numTensors;
    const work = emTensor([ringTask(1, 264)], backend);
    await work.next();
    expect(backend.tf.memory().numTensors).toBeGreaterThan(before);
    await work.return([]);
    expect(backend.tf.memory().numTensors).toBe(before);
  });
});

test('padded sizes lie on a grid of steps of a quarter', () => {
  expect([1, 64, 65, 200, 264, 1000, 20000].map(paddedCount)).toEqual([64, 64, 80, 240, 304, 1200, 22208]);
  for (let count = 64; count < 3000; count++) {
    expect(paddedCount(count)).toBeGreaterThanOrEqual(count);
    expect(paddedCount(paddedCount(count))).toBe(paddedCount(count));
  }
});
