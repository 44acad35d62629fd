import { expect, test } from 'vitest';
import { createNodeHost } from '../../../headless/nodeHost';
import type { FitJob, Host, Samples } from '../../contracts';
import { parseExperiment } from '../../experimentText';
import { finish, finishAsync } from '../../math/steps';
import { createRng } from '../../rng';
import { gaussianMixture } from '../gaussianMixture';
import { emFloat64 } from './emFloat64';
import { FLOOR_SHARE } from './floor';
import { type EmTask, exactly, type Mixture } from './mixture';
import { seedMixture } from './seeding';
import { standardise } from './standardise';

const inFloat64 = createNodeHost('cpu');
/** The rung decides the path: EM on tfjs, here without a GPU. */
const onTensors: Host = { ...inFloat64, rung: 'webgl', tensors: createNodeHost('wasm').tensors };

/** `count` points about the modes of a ring of eight, in the plane or on its first axis; `width`: of a mode. */
function ring(seed: number, count: number, { dim = 2, modes = 8, width = 0.2 } = {}): Samples {
  const rng = createRng(seed);
  const values = new Float64Array(count * dim);
  for (let n = 0; n < count; n++) {
    const angle = (2 * Math.PI * (n % modes)) / modes;
    for (let i = 0; i < dim; i++) values[n * dim + i] = 2 * (i === 0 ? Math.cos(angle) : Math.sin(angle)) + width * rng.normal();
  }
  return { kind: 'points', count, dim, values };
}

/** The first `real` of `count` samples together have the weight `share`. */
const shared = (count: number, real: number, share: number) =>
  Float64Array.from({ length: count }, (_, n) => (n < real ? share / real : (1 - share) / (count - real)));

const timesOf = (count: number) => Array.from({ length: count }, (_, n) => 1 + (n % 3) + (n % 11 === 0 ? 4 : 0));

/** Each sample so many times, one behind the other. */
function repeated({ kind, dim, values }: Samples, times: readonly number[]): Samples {
  const rows = times.flatMap((counts, n) => new Array<number>(counts).fill(n));
  return { kind, dim, count: rows.length, values: Float64Array.from(rows.flatMap((n) => [...values.subarray(n * dim, (n + 1) * dim)])) };
}

const weightOf = (times: readonly number[]) => {
  const total = times.reduce((sum, counts) => sum + counts, 0);
  return Float64Array.from(times, (counts) => counts / total);
};

const experimentOf = (components: number) => parseExperiment({ model: 'gaussian-mixture', dataset: 'ring', components }).experiment;
const jobOf = (training: Samples, weight: Float64Array | null, initial = training): FitJob => ({ training, weight, initial, rng: createRng(3) });
const fitAll = (jobs: readonly FitJob[], components: number, host = inFloat64) =>
  finishAsync(gaussianMixture.fit(jobs, experimentOf(components), host));

/** The largest difference of any weight, mean or covariance; components in the order of their first coordinate, then the second. */
function apart(one: Mixture, other: Mixture): number {
  const sorted = ({ dim, weights, means, covariances }: Mixture) =>
    Array.from(weights, (weight, k) => [
      ...means.subarray(k * dim, (k + 1) * dim),
      weight,
      ...covariances.subarray(k * dim * dim, (k + 1) * dim * dim),
    ]).sort(([a, b], [c, d]) => Math.round(10 * (a - c)) || b - d);
  const wanted = sorted(other).flat();
  return sorted(one)
    .flat()
    .reduce((most, value, i) => Math.max(most, Math.abs(value - wanted[i])), 0);
}

test.each([1, 2, 3])('from one start, points that count several times are points that come several times (%i dimensions)', (dim) => {
  const once = ring(1, 150, { dim });
  const times = timesOf(once.count);
  const all = repeated(once, times);
  const start = finish(seedMixture({ ...all, values: all.values as Float64Array, times: null }, 8, 1e-6, createRng(1)));
  const task = { start, structure: 'full', floor: 1e-6 } as const;
  const weight = weightOf(times);
  const weighted: EmTask = { ...task, values: once.values as Float64Array, count: once.count, times: weight.map((share) => share * once.count) };
  const plain: EmTask = { ...task, values: all.values as Float64Array, count: all.count };
  for (const iterations of [1, 20]) {
    const [fit, wanted] = [finish(emFloat64(weighted, exactly(iterations))), finish(emFloat64(plain, exactly(iterations)))];
    expect(apart(fit.mixture, wanted.mixture)).toBeLessThan(1e-9);
    expect(fit.meanLogLikelihood).toBeCloseTo(wanted.meanLogLikelihood, 10);
  }
});

test.each([
  { what: 'one component', components: 1, cloud: {} },
  { what: 'components on a line', components: 2, cloud: { dim: 1, modes: 2, width: 0.02 } },
  { what: 'components far apart', components: 8, cloud: { width: 0.02 } },
])('a whole fit with weights is that of repeated samples: $what', async ({ components, cloud }) => {
  const once = ring(2, 160, cloud);
  const times = timesOf(once.count);
  const jobs = [jobOf(once, weightOf(times)), jobOf(repeated(once, times), null, once)];
  const [weighted, plain] = await fitAll(jobs, components);
  expect(apart(weighted.parameters, plain.parameters)).toBeLessThan(1e-9);
  // the floor is reached sooner by repeated samples: they pass for so many independent ones
  expect(weighted.report).toMatchObject({
    iterations: plain.report.iterations,
    converged: plain.report.converged,
    objective: { value: expect.closeTo((plain.report.objective as { value: number }).value, 9) },
  });
  const [inTensors] = await fitAll(jobs.slice(0, 1), components, onTensors);
  expect(apart(inTensors.parameters, plain.parameters)).toBeLessThan(1e-3);
});

test.each([
  { path: 'float64', host: inFloat64, tolerance: 1e-12 },
  { path: 'tfjs', host: onTensors, tolerance: 1e-5 },
])('$path leaves the weighted mean as it is, and the weighted covariance but for the floor', async ({ host, tolerance }) => {
  const training = ring(4, 263, { width: 0.6 });
  const weight = shared(263, 63, 0.618);
  const [{ parameters }] = await fitAll([jobOf(training, weight)], 8, host);
  const overall = [...momentsOf(parameters)];
  const ones = { dim: 2, weights: weight, means: training.values as Float64Array, covariances: new Float64Array(4 * 263) };
  const floor = FLOOR_SHARE * trace(momentsOf({ ...ones, weights: new Float64Array(263).fill(1 / 263) }));
  const wanted = momentsOf(ones).map((value, i) => value + (i === 2 || i === 5 ? floor : 0));
  for (const [i, value] of overall.entries()) expect(Math.abs(value - wanted[i])).toBeLessThan(tolerance);
});

/** Mean and covariance of a mixture in the plane, as one list. */
function momentsOf({ weights, means, covariances }: Mixture): number[] {
  const moments = new Array<number>(6).fill(0);
  for (const [k, weight] of weights.entries()) for (let i = 0; i < 2; i++) moments[i] += weight * means[2 * k + i];
  for (const [k, weight] of weights.entries()) {
    for (let at = 0; at < 4; at++) {
      const [i, j] = [at >> 1, at & 1];
      moments[2 + at] += weight * (covariances[4 * k + at] + (means[2 * k + i] - moments[i]) * (means[2 * k + j] - moments[j]));
    }
  }
  return moments;
}

const trace = (moments: readonly number[]) => (moments[2] + moments[5]) / 2;

test.each([
  { path: 'float64', host: inFloat64 },
  { path: 'tfjs', host: onTensors },
])('$path gives a lane with weights the same numbers alone as in company, and leaves no tensor', async ({ host }) => {
  const { tf } = await onTensors.tensors();
  const before = tf.memory().numTensors;
  const jobs = () => [1, 2, 3].map((seed) => jobOf(ring(seed, 263), seed === 2 ? shared(263, 63, 0.9) : null));
  const together = await fitAll(jobs(), 8, host);
  expect(await fitAll(jobs().slice(1, 2), 8, host)).toEqual([together[1]]);
  expect(tf.memory().numTensors).toBe(before);
});

test('points with weights are standardised to weighted mean 0 and variance 1; seeds are drawn in proportion to the weights', () => {
  const training = ring(5, 200);
  const weight = shared(200, 50, 0.9);
  const { values } = finish(standardise(training, 0, weight));
  const sums = [0, 0, 0];
  for (const [n, share] of weight.entries()) {
    const [x, y] = values.subarray(2 * n, 2 * n + 2);
    for (const [i, term] of [x, y, (x * x + y * y) / 2].entries()) sums[i] += share * term;
  }
  expect(sums).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 12), expect.closeTo(1, 12)]);

  // two places, one component each: the first seed lies at the place of the heavier points as often as these weigh
  const places = Float64Array.from({ length: 200 }, (_, at) => (at < 100 ? 1 : -1));
  const times = weight.map((share) => share * 200);
  let atHeavy = 0;
  for (let seed = 0; seed < 1000; seed++) {
    const { means } = finish(seedMixture({ values: places, count: 100, dim: 2, times: times.subarray(0, 100) }, 2, 1e-6, createRng(seed)));
    if (means[0] > 0) atHeavy++;
  }
  const wanted = weight.subarray(0, 50).reduce((sum, share) => sum + share, 0) / weight.subarray(0, 100).reduce((sum, share) => sum + share, 0);
  expect(Math.abs(atHeavy / 1000 - wanted)).toBeLessThan(5 * Math.sqrt((wanted * (1 - wanted)) / 1000));
});
