import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenRules, degenerateCases, deviation, emCases, scoreCases, scoreDeviations } from '../../../../test/fixtures/mixtureCases';
import { openTensors } from '../../../backend/node';
import type { Host } from '../../contracts';
import { type FixedEmTask, fitFixed } from './fixedEm';

/** relative to the largest entry of each array: of the references, which moving the data by 1e-12 changes by 8e-10; float32 holds 7 digits, and iterations lose some */
const FLOAT64 = 1e-8;
const FLOAT32 = 1e-3;
/** float64 where components collapse: conditioned worse */
const DEGENERATE = 1e-6;
/** The outlier is 10,000 sigma from every start, so that float32 rounds its log densities of 1e9 nats to the next 64: which component takes it is chance there. */
const BEYOND_FLOAT32 = ['far_outlier_d2'];

const noTensors: Host = {
  rung: 'cpu',
  tensors: () => Promise.reject(new Error('float64 needs no tensors')),
  load: () => Promise.reject(new Error('no files here')),
};

describe.each([
  { path: 'float64', rung: null, tolerance: FLOAT64, degenerate: DEGENERATE, belowFloor: 1e-6, beyond: [] },
  // the floor is exact to the rounding of float32 only
  { path: 'tfjs', rung: 'wasm', tolerance: FLOAT32, degenerate: FLOAT32, belowFloor: 1e-5, beyond: BEYOND_FLOAT32 },
  { path: 'tfjs', rung: 'cpu', tolerance: FLOAT32, degenerate: FLOAT32, belowFloor: 1e-5, beyond: BEYOND_FLOAT32 },
] as const)('EM on $path $rung', ({ path, rung, tolerance, degenerate, belowFloor, beyond }) => {
  let host = noTensors;
  let tensorsBefore = 0;
  const tensorsNow = async () => (rung ? (await host.tensors()).tf.memory().numTensors : 0);
  beforeAll(async () => {
    if (!rung) return;
    const backend = await openTensors(rung);
    host = { ...noTensors, rung, tensors: async () => backend };
    tensorsBefore = await tensorsNow();
  });
  afterAll(async () => {
    expect(await tensorsNow()).toBe(tensorsBefore);
  });

  test('agrees with scikit-learn after 1, 5 and 20 iterations', async () => {
    const compared: number[] = [];
    for (const { name, task, expected } of emCases()) {
      for (const { iterations, ...wanted } of expected) {
        const worst = deviation(await fitFixed({ ...task, iterations, path }, host), wanted);
        expect(worst, `${name} after ${iterations} iterations`).toBeLessThanOrEqual(tolerance);
        compared.push(iterations);
      }
    }
    expect(compared.length).toBe(17 * 3);
  }, 30_000);

  test('keeps the rules where data are degenerate, and agrees where values are determined', async () => {
    let fits = 0;
    const values: string[] = [];
    for (const { name, task, expected, leastEigenvalue, compareValues, undetermined } of degenerateCases()) {
      for (const { iterations, ...wanted } of expected) {
        const fit = await fitFixed({ ...task, iterations, path }, host);
        expect(brokenRules(fit, leastEigenvalue * (1 - belowFloor)), `${name} after ${iterations} iterations`).toEqual([]);
        fits++;
        if (!compareValues || beyond.some((skipped) => skipped === name)) continue;
        expect(deviation(fit, wanted, undetermined), `${name} after ${iterations} iterations`).toBeLessThanOrEqual(degenerate);
        values.push(name);
      }
    }
    expect(fits).toBe(11 * 3);
    expect(values.length).toBe((10 - beyond.length) * 3);
  }, 30_000);
});

test('log densities and responsibilities agree with 50 digits', () => {
  const cases = scoreCases();
  expect(cases.reduce((points, { logDensity }) => points + logDensity.length, 0)).toBe(4 * 17 + 10 + 3);
  for (const item of cases) {
    const worst = scoreDeviations(item);
    expect(worst.logDensity, item.name).toBeLessThanOrEqual(1e-9);
    expect(worst.responsibilities, item.name).toBeLessThanOrEqual(1e-9);
  }
});

test('a component without variance and without a floor is refused', async () => {
  const task: FixedEmTask = {
    values: new Float64Array(8),
    count: 4,
    start: { dim: 2, weights: Float64Array.of(1), means: new Float64Array(2), covariances: Float64Array.of(1, 0, 0, 1) },
    structure: 'full',
    floor: 0,
    iterations: 3,
    path: 'float64',
  };
  await expect(fitFixed(task, noTensors)).rejects.toThrow('not finite after 3 iterations');
});
