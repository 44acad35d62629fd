import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Memory } from '../contracts';
import type { Experiment } from '../experiment';
import { parseExperiment } from '../experimentText';
import { createRng } from '../rng';
import { gaussianTheory } from './gaussian';

function experimentOf(keys: Record<string, unknown>): Experiment {
  return parseExperiment({ model: 'gaussian', dataset: 'gaussian', dim: 1, ...keys }).experiment;
}

/** rows (a_t, m_t, v_t) for t = 1..10, then the steady state where one exists */
const curves = JSON.parse(readFileSync(new URL('../../../test/fixtures/theory.json', import.meta.url), 'utf8')) as Record<string, number[][]>;

const keysOf: Record<string, (args: number[]) => [string, Record<string, unknown>]> = {
  fully_synthetic: ([initialReal, synthetic, bias]) => ['fully-synthetic', { initialReal, synthetic, bias }],
  fresh: ([initialReal, real, synthetic, bias]) => ['fresh-data', { initialReal, real, synthetic, bias }],
  augment_prev: ([initialReal, synthetic, bias]) => ['synthetic-augmentation', { initialReal, synthetic, bias }],
  augment_all: ([initialReal, synthetic, bias]) => ['synthetic-augmentation', { initialReal, synthetic, bias, memory: 'all' }],
};

test('the curves agree with the references to 1e-12, steady states included', () => {
  let compared = 0;
  for (const [name, rows] of Object.entries(curves)) {
    const [, kind, args, covariance] = /^(\w+)\((.*)\)\/(\w+)$/.exec(name) ?? [];
    const [loop, keys] = keysOf[kind](args.split(',').map(Number));
    const theory = gaussianTheory(loop, experimentOf({ ...keys, covariance, loop }));
    for (const [index, [a, m]] of rows.entries()) {
      const mine = theory(index < 10 ? index + 1 : 2000);
      expect(Math.abs((mine.a ?? Number.NaN) - a), name).toBeLessThan(1e-12);
      expect(Math.abs((mine.m ?? Number.NaN) - m), name).toBeLessThan(1e-12);
      compared += 2;
    }
  }
  expect(compared).toBe(2 * (8 * 10 + 4));
});

const combinations: readonly [string, Memory][] = [
  ['fully-synthetic', 'previous'],
  ['fully-synthetic', 'all'],
  ['fresh-data', 'previous'],
  ['fresh-data', 'all'],
  ['synthetic-augmentation', 'previous'],
  ['synthetic-augmentation', 'all'],
  ['synthetic-augmentation', 'subsample'],
];

const REPLICATES = 6000;
const GENERATIONS = 5;

/** Mean and variance of the fit, by generation: the loop itself on N(0, 1), run point by point. */
function simulate(
  loop: string,
  { initialReal, real, synthetic, bias, memory, covariance }: Experiment,
  seed: number,
): { mean: number; variance: number }[] {
  const rng = createRng(seed);
  const draw = (count: number, mean: number, variance: number) => Array.from({ length: count }, () => mean + Math.sqrt(variance) * rng.normal());
  const initial = draw(initialReal, 0, 1);
  const batches: number[][] = [];
  const fits: { mean: number; variance: number }[] = [];
  for (let t = 1; t <= GENERATIONS; t++) {
    const past = memory === 'previous' ? batches.slice(-1) : batches;
    const reals = loop === 'fully-synthetic' ? [] : loop === 'fresh-data' ? draw(real, 0, 1) : initial;
    let training = t === 1 ? initial : [...reals, ...past.flat()];
    if (t > 1 && memory === 'subsample') {
      const pool = [...training];
      training = Array.from({ length: synthetic }, () => pool.splice(rng.integer(pool.length), 1)[0]);
    }
    const mean = training.reduce((sum, x) => sum + x, 0) / training.length;
    const variance = training.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (training.length - (covariance === 'mle' ? 0 : 1));
    fits.push({ mean, variance });
    batches.push(draw(synthetic, mean, bias * variance));
  }
  return fits;
}

describe.each(combinations)('%s, memory %s', (loop, memory) => {
  test.each(['unbiased', 'mle'])('agrees with a simulation of small sets (%s)', (covariance) => {
    const experiment = experimentOf({ loop, memory, covariance, initialReal: 12, real: 5, synthetic: 10, bias: 0.8 });
    const theory = gaussianTheory(loop, experiment);
    const sums = Array.from({ length: GENERATIONS }, () => ({ a: 0, aa: 0, m: 0, mm: 0 }));
    for (let replicate = 0; replicate < REPLICATES; replicate++) {
      for (const [index, { mean, variance }] of simulate(loop, experiment, replicate).entries()) {
        const at = sums[index];
        at.a += variance;
        at.aa += variance * variance;
        at.m += mean * mean;
        at.mm += mean ** 4;
      }
    }
    for (const [index, { a, aa, m, mm }] of sums.entries()) {
      const known = theory(index + 1);
      const z = (sum: number, squares: number, wanted: number | null) => {
        const mean = sum / REPLICATES;
        return (mean - (wanted ?? Number.NaN)) / Math.sqrt((squares / REPLICATES - mean * mean) / REPLICATES);
      };
      expect(Math.abs(z(a, aa, known.a)), `a at ${index + 1}`).toBeLessThan(4.5);
      expect(Math.abs(z(m, mm, known.m)), `m at ${index + 1}`).toBeLessThan(4.5);
    }
  });

  test('a + m = 1 for maximum likelihood without bias', () => {
    const theory = gaussianTheory(loop, experimentOf({ loop, memory, covariance: 'mle', initialReal: 40, real: 30, synthetic: 50 }));
    for (let t = 1; t <= 60; t++) {
      const { a, m } = theory(t);
      expect((a ?? Number.NaN) + (m ?? Number.NaN)).toBeCloseTo(1, 12);
    }
  });
});

describe('the one-dimensional fully synthetic loop', () => {
  test.each(['unbiased', 'mle'])('log variance and W2 agree with a simulation (%s)', (covariance) => {
    const experiment = experimentOf({ loop: 'fully-synthetic', covariance, initialReal: 12, synthetic: 10, bias: 0.8 });
    const theory = gaussianTheory('fully-synthetic', experiment);
    const runs = Array.from({ length: REPLICATES }, (_, replicate) => simulate('fully-synthetic', experiment, replicate));
    for (let t = 1; t <= GENERATIONS; t++) {
      const values = runs.map((fits) => fits[t - 1]);
      const { w2Squared, logVariance } = theory(t);
      for (const [wanted, statistic] of [
        [logVariance ?? Number.NaN, values.map(({ variance }) => Math.log(variance))],
        [w2Squared ?? Number.NaN, values.map(({ mean, variance }) => mean ** 2 + (Math.sqrt(variance) - 1) ** 2)],
      ] as const) {
        const mean = statistic.reduce((sum, value) => sum + value, 0) / REPLICATES;
        const error = Math.sqrt(statistic.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / REPLICATES;
        expect(Math.abs(mean - wanted) / error).toBeLessThan(4.5);
      }
    }
  });

  test('the log law falls like -1/(n - 1) a generation', () => {
    const theory = gaussianTheory('fully-synthetic', experimentOf({ initialReal: 100, synthetic: 100, loop: 'fully-synthetic' }));
    expect(theory(50).logVariance).toBeCloseTo(-50 / 99, 2);
  });
});

test('what is not known is null with a reason, or left out', () => {
  const plane = gaussianTheory('fully-synthetic', experimentOf({ dim: 2, initialReal: 10, synthetic: 20 }))(3);
  expect(plane).toEqual({ a: 1, m: 0.2, undefined: {} });

  const changing = gaussianTheory('fully-synthetic', experimentOf({ changes: '5:bias=.5' }));
  expect(changing(4).a).toBe(1);
  expect(changing(5)).toMatchObject({ a: null, m: null });
  expect(changing(5).undefined.a).toMatch(/generation 5/);

  expect(gaussianTheory('fully-synthetic', experimentOf({ model: 'gaussian-mixture' }))(1).a).toBeNull();
  expect(gaussianTheory('fully-synthetic', experimentOf({ bias: 1.5, generations: 2000 }))(2000).undefined.a).toMatch(/range/);
});
