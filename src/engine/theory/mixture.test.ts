import { describe, expect, test } from 'vitest';
import { createNodeHost } from '../../headless/nodeHost';
import type { Modes, Rng } from '../contracts';
import { gaussianData } from '../datasets/gaussian';
import { longTail, ring } from '../datasets/ring';
import type { Memory } from '../descriptions';
import type { Experiment } from '../experiment';
import { parseExperiment } from '../experimentText';
import { loops } from '../loops';
import { covarianceOf, meanOf } from '../math/moments';
import { gaussianMixture } from '../models/gaussianMixture';
import { byId } from '../registry';
import { createRng } from '../rng';
import { settingsAt } from '../settings';
import { theoryOf } from '.';

const density = longTail.density?.({} as Experiment) as Modes;
const SMALL = { model: 'gaussian-mixture', dataset: 'long-tail', initialReal: 12, real: 10, synthetic: 20 };

function experimentOf(keys: Record<string, unknown>): Experiment {
  return parseExperiment({ ...SMALL, ...keys }, 'headless').experiment;
}

const mixtureTheory = (loop: string, experiment: Experiment) => theoryOf(byId(loops, loop), experiment, density, true);

/** A sample of `size` modes. */
function draw(rng: Rng, size: number, shares: ArrayLike<number>): number[] {
  return Array.from({ length: size }, () => {
    let mode = 0;
    for (let u = rng.uniform() - shares[0]; u >= 0 && mode < shares.length - 1; u -= shares[mode]) mode++;
    return mode;
  });
}

function sharesOf(modes: readonly number[]): number[] {
  return Array.from(density.weights, (_, k) => modes.filter((mode) => mode === k).length / modes.length);
}

const REPLICATES = 3000;
const GENERATIONS = 6;

/** Modes resampled generation by generation, as a mixture would that never mixes them: their shares, [replicate][t - 1]. */
function resample(loop: string, experiment: Experiment): number[][][] {
  const rng = createRng(11);
  return Array.from({ length: REPLICATES }, () => {
    const initial = draw(rng, experiment.initialReal, density.weights);
    const batches: number[][] = [];
    const shares = [sharesOf(initial)];
    for (let t = 2; t <= GENERATIONS; t++) {
      const { memory, real, synthetic } = settingsAt(experiment, t);
      batches.push(draw(rng, synthetic, shares[t - 2]));
      const reals = loop === 'fully-synthetic' ? [] : loop === 'fresh-data' ? draw(rng, real, density.weights) : initial;
      const pool = [...reals, ...(memory === 'previous' ? batches.slice(-1) : batches).flat()];
      const training = memory === 'subsample' ? Array.from({ length: synthetic }, () => pool.splice(rng.integer(pool.length), 1)[0]) : pool;
      shares.push(sharesOf(training));
    }
    return shares;
  });
}

function standardised(values: readonly number[], wanted: number | null): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const error = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / values.length;
  return (mean - (wanted ?? Number.NaN)) / error;
}

const combinations: readonly [string, Memory, string][] = [
  ['fully-synthetic', 'previous', ''],
  ['fully-synthetic', 'all', ''],
  ['fresh-data', 'previous', '4:real=3,synthetic=12'],
  ['fresh-data', 'all', ''],
  ['synthetic-augmentation', 'previous', ''],
  ['synthetic-augmentation', 'all', '3:synthetic=11;5:memory=previous'],
  ['synthetic-augmentation', 'subsample', ''],
];

test.each(combinations)('the drift law agrees with resampled modes (%s, memory %s, changes %s)', (loop, memory, changes) => {
  const experiment = experimentOf({ loop, memory, changes });
  const theory = mixtureTheory(loop, experiment);
  const runs = resample(loop, experiment);
  for (let t = 1; t <= GENERATIONS; t++) {
    const values = runs.map((run) => 1 - run[t - 1].reduce((sum, share) => sum + share * share, 0));
    expect(Math.abs(standardised(values, theory(t).theory.heterozygosity)), `t = ${t}`).toBeLessThan(4.5);
  }
});

test('fully synthetic: H_0 (1 - 1/n)^t', () => {
  const { theory } = mixtureTheory('fully-synthetic', experimentOf({ initialReal: 20, bias: 0.3 }))(7);
  const even = 1 - density.weights.reduce((sum, weight) => sum + weight * weight, 0);
  expect(theory.heterozygosity).toBeCloseTo(even * (1 - 1 / 20) ** 7, 12);
  expect(theory.heterozygositySteady).toBe(0);
});

test('modes alive agree with resampled modes, rare ones and changing sizes included', () => {
  const experiment = experimentOf({ loop: 'fully-synthetic', changes: '4:synthetic=40' });
  const theory = mixtureTheory('fully-synthetic', experiment);
  const runs = resample('fully-synthetic', experiment);
  for (let t = 1; t <= GENERATIONS; t++) {
    const alive = runs.map((run) => run[t - 1].filter((share) => share > 0).length);
    expect(Math.abs(standardised(alive, theory(t).theory.modesAliveApproximate)), `t = ${t}`).toBeLessThan(4.5);
  }
});

test('modes alive end at one', () => {
  const { theory } = mixtureTheory('fully-synthetic', experimentOf({ initialReal: 20, generations: 2000 }))(2000);
  expect(theory.modesAliveApproximate).toBeCloseTo(1, 2);
});

describe('the moments of a fitted mixture', () => {
  test('are those of its training set, with the floor on top of the covariance', async () => {
    const experiment = experimentOf({ initialReal: 50, components: 5 });
    const training = await ring.open(experiment, createRng(3), createNodeHost('cpu')).initial(50);
    const fit = gaussianMixture.fit([{ training, initial: training, rng: createRng(5) }], experiment, createNodeHost('cpu'));
    let step = await fit.next();
    while (!step.done) step = await fit.next();
    const components = gaussianMixture.components?.(step.value[0].parameters) ?? [];
    const mean = meanOf(training.values, 50, 2);
    const covariance = covarianceOf(training.values, 50, 2, mean, 50);
    const floor = (1e-6 * (covariance[0] + covariance[3])) / 2;
    for (const i of [0, 1]) {
      expect(components.reduce((sum, { weight, mean: centre }) => sum + weight * centre[i], 0)).toBeCloseTo(mean[i], 12);
      const within = components.reduce((sum, { weight, covariance: own }) => sum + weight * own[3 * i], 0);
      const between = components.reduce((sum, { weight, mean: centre }) => sum + weight * (centre[i] - mean[i]) ** 2, 0);
      expect(within + between).toBeCloseTo(covariance[3 * i] + floor, 12);
    }
  });

  test('have the law of maximum likelihood, but for the floor', () => {
    const experiment = experimentOf({ initialReal: 20, synthetic: 30 });
    const { theory } = mixtureTheory('fully-synthetic', experiment)(4);
    const gaussian = theoryOf(byId(loops, 'fully-synthetic'), { ...experiment, model: 'gaussian', covariance: 'mle' }, density, true)(4).theory;
    expect((theory.traceOverDim ?? 0) / (gaussian.traceOverDim ?? 1) - 1).toBeGreaterThan(0);
    expect((theory.traceOverDim ?? 0) / (gaussian.traceOverDim ?? 1) - 1).toBeLessThan(1e-5);
    expect(theory.meanSquared).toBeCloseTo(gaussian.meanSquared ?? 0, 4);
  });

  test('end where the floor holds them', () => {
    const theory = mixtureTheory('fully-synthetic', experimentOf({ initialReal: 20, synthetic: 20, generations: 2000 }));
    const { traceOverDim, traceOverDimSteady } = theory(2000).theory;
    expect((traceOverDim ?? 0) / (traceOverDimSteady ?? 1)).toBeCloseTo(1, 9);
  });
});

test('what is not known is null with a reason', () => {
  const reasonsOf = (keys: Record<string, unknown>, t = 3) => mixtureTheory('fully-synthetic', experimentOf(keys))(t).undefined;
  expect(reasonsOf({ components: 2 }).heterozygosity).toMatch(/2 components/);
  expect(reasonsOf({ bias: 0.5 }).traceOverDim).toMatch(/λ = 1/);
  expect(reasonsOf({ bias: 0.5, components: 1 })).not.toHaveProperty('traceOverDim');
  expect(reasonsOf({ changes: '3:bias=0.5;4:bias=1' }, 2)).not.toHaveProperty('traceOverDim');
  expect(reasonsOf({ changes: '3:bias=0.5;4:bias=1' }, 5).meanSquared).toMatch(/λ = 1/);
  expect(reasonsOf({}).logDet).toMatch(/no exact form/);
  expect(mixtureTheory('fresh-data', experimentOf({}))(2).undefined.modesAliveApproximate).toMatch(/fully synthetic/);
});

test('data without modes have no drift', () => {
  const experiment = experimentOf({ dataset: 'gaussian', components: 3 });
  const { theory } = theoryOf(byId(loops, 'fresh-data'), experiment, gaussianData.density?.(experiment) ?? null, false)(3);
  expect(Object.keys(theory)).not.toContain('heterozygosity');
  expect(theory.meanSquared).toBeGreaterThan(0);
});
