import { describe, expect, test } from 'vitest';
import lastGenerations from '../../../test/fixtures/lastGenerations.json';
import { gaussianData } from '../datasets/gaussian';
import { longTail } from '../datasets/ring';
import type { Memory } from '../descriptions';
import type { Experiment } from '../experiment';
import { parseExperiment } from '../experimentText';
import { loops } from '../loops';
import { byId } from '../registry';
import { createRng } from '../rng';
import { settingsAt } from '../settings';
import { theoryOf } from '.';

function experimentOf(keys: Record<string, unknown>): Experiment {
  return parseExperiment({ model: 'gaussian', dataset: 'gaussian', dim: 1, ...keys }, 'headless').experiment;
}

function gaussianTheory(loop: string, experiment: Experiment) {
  return theoryOf(byId(loops, loop), experiment, gaussianData.density?.(experiment) ?? null, false);
}

const combinations: readonly [string, Memory][] = [
  ['fully-synthetic', 'previous'],
  ['fully-synthetic', 'all'],
  ['fresh-data', 'previous'],
  ['fresh-data', 'all'],
  ['synthetic-augmentation', 'previous'],
  ['synthetic-augmentation', 'all'],
  ['synthetic-augmentation', 'subsample'],
  ['fully-synthetic', 'last'],
  ['fresh-data', 'last'],
  ['synthetic-augmentation', 'last'],
];

const REPLICATES = 6000;
const GENERATIONS = 5;
const SMALL = { initialReal: 12, real: 5, synthetic: 10, bias: 0.8, span: 3 };

/** Mean and variance of the fit, by generation: the loop itself on N(0, 1), run point by point, apart from the engine's own loops and models. */
function simulate(loop: string, experiment: Experiment, seed: number): { mean: number; variance: number }[] {
  const rng = createRng(seed);
  const draw = (count: number, mean: number, variance: number) => Array.from({ length: count }, () => mean + Math.sqrt(variance) * rng.normal());
  const initial = draw(experiment.initialReal, 0, 1);
  const batches: number[][] = [];
  const fits: { mean: number; variance: number }[] = [];
  let training = initial;
  for (let t = 1; t <= GENERATIONS; t++) {
    if (t > 1) {
      const { memory, span, real, synthetic, bias } = settingsAt(experiment, t);
      const models = memory === 'last' ? Math.min(span, t - 1) : 1;
      const one = () => {
        const { mean, variance } = fits[t - 2 - rng.integer(models)];
        return mean + Math.sqrt(bias * variance) * rng.normal();
      };
      batches.push(Array.from({ length: synthetic }, one));
      const reals = loop === 'fully-synthetic' ? [] : loop === 'fresh-data' ? draw(real, 0, 1) : initial;
      training = [...reals, ...(memory === 'all' || memory === 'subsample' ? batches : batches.slice(-1)).flat()];
      if (memory === 'subsample') {
        const pool = [...training];
        training = Array.from({ length: synthetic }, () => pool.splice(rng.integer(pool.length), 1)[0]);
      }
    }
    const mean = training.reduce((sum, x) => sum + x, 0) / training.length;
    const variance = training.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (training.length - (experiment.covariance === 'mle' ? 0 : 1));
    fits.push({ mean, variance });
  }
  return fits;
}

/** Largest |z| of the moments over the generations. */
function worstMoment(loop: string, experiment: Experiment): number {
  const theory = gaussianTheory(loop, experiment);
  const runs = Array.from({ length: REPLICATES }, (_, replicate) => simulate(loop, experiment, replicate));
  let worst = 0;
  for (let t = 1; t <= GENERATIONS; t++) {
    const { a, m } = theory(t).theory;
    const fits = runs.map((run) => run[t - 1]);
    worst = Math.max(
      worst,
      Math.abs(
        standardised(
          fits.map(({ variance }) => variance),
          a,
        ),
      ),
      Math.abs(
        standardised(
          fits.map(({ mean }) => mean * mean),
          m,
        ),
      ),
    );
  }
  return worst;
}

/** (mean - wanted) / its standard error */
function standardised(values: readonly number[], wanted: number | null | undefined): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const error = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / values.length;
  return (mean - (wanted ?? Number.NaN)) / error;
}

describe.each(combinations)('%s, memory %s', (loop, memory) => {
  test.each(['unbiased', 'mle'])('agrees with a simulation of small sets (%s)', (covariance) => {
    expect(worstMoment(loop, experimentOf({ loop, memory, covariance, ...SMALL }))).toBeLessThan(4.5);
  });

  test('follows settings that change on the way', () => {
    const changes = '2:synthetic=15,bias=0.5;3:real=9;4:bias=1.2,synthetic=10,span=2;5:real=0,span=4';
    expect(worstMoment(loop, experimentOf({ loop, memory, ...SMALL, changes }))).toBeLessThan(4.5);
  });

  test('a + m = 1 for maximum likelihood without bias', () => {
    const theory = gaussianTheory(
      loop,
      experimentOf({ loop, memory, covariance: 'mle', initialReal: 40, real: 30, synthetic: 50, changes: '20:synthetic=11' }),
    );
    for (let t = 1; t <= 60; t++) {
      const { a, m } = theory(t).theory;
      expect((a ?? Number.NaN) + (m ?? Number.NaN)).toBeCloseTo(1, 12);
    }
  });
});

test('the moments follow a memory that changes on the way', () => {
  const changes = '3:memory=all;4:memory=subsample;5:memory=previous';
  expect(worstMoment('synthetic-augmentation', experimentOf({ loop: 'synthetic-augmentation', ...SMALL, changes }))).toBeLessThan(4.5);
  expect(worstMoment('fresh-data', experimentOf({ loop: 'fresh-data', ...SMALL, changes: '3:memory=all;5:memory=previous' }))).toBeLessThan(4.5);
  expect(worstMoment('fresh-data', experimentOf({ loop: 'fresh-data', ...SMALL, changes: '3:memory=last;5:memory=all' }))).toBeLessThan(4.5);
});

test.each(lastGenerations.cases)('the last generations follow an independent recursion: $name', ({ keys, rows }) => {
  const experiment = experimentOf(keys);
  const theory = gaussianTheory(keys.loop, experiment);
  for (const [at, [a, m]] of rows.entries()) {
    const { theory: values } = theory(at + 1);
    expect(Math.abs((values.a ?? Number.NaN) - a)).toBeLessThan(1e-12);
    expect(Math.abs((values.m ?? Number.NaN) - m)).toBeLessThan(1e-12);
  }
});

test('the last one generation is the previous one', () => {
  for (const loop of loops.map(({ id }) => id)) {
    const [last, previous] = [{ memory: 'last', span: 1 }, {}].map((memory) => gaussianTheory(loop, experimentOf({ loop, ...SMALL, ...memory })));
    for (let t = 1; t <= 20; t++) expect(last(t)).toEqual(previous(t));
  }
});

test('of the last generations no law is told that was found for one', () => {
  const theory = gaussianTheory('fresh-data', experimentOf({ dim: 2, memory: 'last', initialReal: 50, synthetic: 50 }));
  expect(theory(2).undefined).toMatchObject({
    traceOverDimSteady: expect.stringMatching(/last generations/),
    effectiveSampleSize: expect.any(String),
  });
  expect(theory(3).theory.logDet).toBeNull();
});

describe('the one-dimensional fully synthetic loop', () => {
  test.each(['unbiased', 'mle'])('log variance and W2 agree with a simulation (%s), changes included', (covariance) => {
    const experiment = experimentOf({ loop: 'fully-synthetic', covariance, ...SMALL, changes: '3:synthetic=20,bias=1.1' });
    const theory = gaussianTheory('fully-synthetic', experiment);
    const runs = Array.from({ length: REPLICATES }, (_, replicate) => simulate('fully-synthetic', experiment, replicate));
    for (let t = 1; t <= GENERATIONS; t++) {
      const fits = runs.map((run) => run[t - 1]);
      const { w2Squared, logVariance, logDet, traceOverDimGeometric } = theory(t).theory;
      const logs = fits.map(({ variance }) => Math.log(variance));
      expect(Math.abs(standardised(logs, logVariance))).toBeLessThan(4.5);
      expect(
        Math.abs(
          standardised(
            fits.map(({ mean, variance }) => mean ** 2 + (Math.sqrt(variance) - 1) ** 2),
            w2Squared,
          ),
        ),
      ).toBeLessThan(4.5);
      expect(logDet).toBe(logVariance);
      expect(Math.log(traceOverDimGeometric ?? Number.NaN)).toBeCloseTo(logVariance ?? Number.NaN, 12);
    }
  });

  test('the log law falls like -1/(n - 1) a generation', () => {
    const theory = gaussianTheory('fully-synthetic', experimentOf({ initialReal: 100, synthetic: 100, loop: 'fully-synthetic' }));
    expect(theory(50).theory.logVariance).toBeCloseTo(-50 / 99, 2);
  });

  test('the variance keeps its digits however far it falls', () => {
    const theory = gaussianTheory('fully-synthetic', experimentOf({ initialReal: 100, synthetic: 100, bias: 0.5 }));
    expect((theory(200).theory.a ?? 0) / 2 ** -199).toBeCloseTo(1, 10);
  });
});

test('values are in the units of the truth: of other data than normal ones the moments alone are known', () => {
  const experiment = experimentOf({ dataset: 'long-tail', initialReal: 20, synthetic: 30 });
  const density = longTail.density?.(experiment) ?? null;
  const { theory, undefined: reasons } = theoryOf(byId(loops, 'fully-synthetic'), experiment, density, true)(3);
  // tr Sigma_0 = sum w |c|^2 - |sum w c|^2 + 2 sigma^2 with |c| = 2, sigma = 0.2
  const weights = Array.from(density?.weights ?? []);
  const centre = [0, 1].map((axis) => weights.reduce((sum, w, k) => sum + w * (density?.centres[2 * k + axis] ?? 0), 0));
  const trace = 4 - centre[0] ** 2 - centre[1] ** 2 + 2 * 0.04;
  expect(theory.traceOverDim).toBeCloseTo(trace / 2, 12);
  expect(theory.meanSquared).toBeCloseTo((theory.m ?? 0) * trace, 12);
  expect(theory).toMatchObject({ logDet: null, momentFrechet: null });
  expect(Object.keys(reasons)).toEqual(expect.arrayContaining(['logDet', 'momentFrechet']));
  expect(theory).not.toHaveProperty('w2Squared');
});

test('every null has its reason, in every combination', () => {
  for (const [loop, memory] of combinations) {
    for (const more of [{}, { dim: 2 }, { dim: 30 }, { bias: 0 }, { bias: 1.5, generations: 2000 }, { real: 0 }, { changes: '3:bias=0.2' }]) {
      const theory = gaussianTheory(loop, experimentOf({ loop, memory, initialReal: 12, synthetic: 10, ...more }));
      for (const t of [1, 2, 5, 2000]) {
        const { theory: values, undefined: reasons } = theory(t);
        expect(Object.keys(values)).toEqual(expect.arrayContaining(['a', 'm', 'traceOverDim', 'meanSquared', 'logDet', 'w2Squared']));
        for (const [key, value] of Object.entries(values)) {
          if (value === null) expect(reasons[key], key).toMatch(/\w/);
          else expect(Number.isFinite(value), key).toBe(true);
        }
      }
    }
  }
});

test('a model that is certain to be singular has no log volume', () => {
  expect(gaussianTheory('fully-synthetic', experimentOf({ bias: 0 }))(2).undefined.logDet).toMatch(/singular/);
  expect(gaussianTheory('fully-synthetic', experimentOf({ dim: 10, synthetic: 10 }))(2).undefined.logDet).toMatch(/singular/);
  expect(gaussianTheory('fully-synthetic', experimentOf({ dim: 9, synthetic: 10 }))(2).theory.logDet).toBeLessThan(0);
});

test('a point has its distance exactly, in any dimension', () => {
  const { m, w2Squared } = gaussianTheory('fully-synthetic', experimentOf({ dim: 3, bias: 0 }))(4).theory;
  expect(w2Squared).toBeCloseTo(3 * ((m ?? 0) + 1), 12);
});

test('the second-order law is told only where it holds', () => {
  const theory = gaussianTheory('fully-synthetic', experimentOf({ dim: 2, initialReal: 20, synthetic: 20, generations: 60 }));
  expect(theory(3).theory.w2SquaredApproximate).toBeGreaterThan(0);
  expect(theory(40).undefined.w2SquaredApproximate).toMatch(/too few samples/);
});

test('what has no theory says so', () => {
  expect(theoryOf(byId(loops, 'fully-synthetic'), experimentOf({ model: 'vae' }), null, true)(1)).toEqual({
    theory: {},
    undefined: { theory: 'no theory is known for this model' },
  });
});
