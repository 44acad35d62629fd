import { describe, expect, test } from 'vitest';
import { gaussianData } from '../datasets/gaussian';
import { parseExperiment } from '../experimentText';
import { loops } from '../loops';
import { byId } from '../registry';
import { theoryOf } from '.';

type Keys = Record<string, string | number>;

function theoryAt(t: number, keys: Keys) {
  const { experiment } = parseExperiment({ model: 'gaussian', dataset: 'gaussian', generations: 2000, ...keys }, 'headless');
  return theoryOf(byId(loops, experiment.loop[0]), experiment, gaussianData.density?.(experiment) ?? null, false)(t);
}

describe.each(['unbiased', 'mle'])('%s', (covariance) => {
  const small = { covariance, initialReal: 20, real: 15, synthetic: 25 };

  test.each([
    { loop: 'fresh-data', bias: 0.7 },
    { loop: 'fresh-data', bias: 1 },
    { loop: 'synthetic-augmentation', bias: 1.2 },
    { loop: 'synthetic-augmentation', bias: 0 },
    { loop: 'fully-synthetic', bias: 0.9 },
    { loop: 'fresh-data', real: 0, bias: 0.5 },
    { loop: 'fresh-data', bias: 0.9, changes: '5:bias=0.6,synthetic=90' },
  ])('the law settles at the steady state: %o', (keys) => {
    const late = theoryAt(2000, { ...small, ...keys }).theory;
    const early = theoryAt(10, { ...small, ...keys }).theory;
    for (const key of ['traceOverDim', 'meanSquared']) {
      expect(early[`${key}Steady`], key).not.toBeNull();
      expect(early[`${key}Steady`], key).toBeCloseTo(late[key] ?? Number.NaN, 12);
    }
  });

  test.each([
    { loop: 'synthetic-augmentation', initialReal: 20, synthetic: 20 },
    { loop: 'synthetic-augmentation', initialReal: 500, synthetic: 20 },
    { loop: 'synthetic-augmentation', initialReal: 20, synthetic: 150 },
    { loop: 'fully-synthetic', initialReal: 12, synthetic: 30 },
  ])('a pool that keeps everything nears its limit from above, like 1/t: %o', (keys) => {
    const all = { covariance, memory: 'all', ...keys };
    const limit = theoryAt(1, all).theory.traceOverDimSteady ?? Number.NaN;
    const left = (t: number) => (theoryAt(t, all).theory.traceOverDim ?? Number.NaN) - limit;
    // the factors left are 1 - 1/(n_s x^2) for x from t on; a fit of N samples divides by N - 1
    expect(left(2000) * 2000 * keys.synthetic).toBeCloseTo(limit, 1);
    expect(left(1000) / left(2000)).toBeCloseTo(2, 1);
  });
});

test('where nothing settles, the reason is said', () => {
  const reason = (keys: Keys, key = 'traceOverDimSteady') => theoryAt(3, { initialReal: 20, real: 20, synthetic: 50, ...keys }).undefined[key];
  expect(reason({ loop: 'fully-synthetic' })).toMatch(/typical run collapses/);
  expect(reason({ loop: 'fully-synthetic' }, 'meanSquaredSteady')).toMatch(/for ever/);
  expect(reason({ loop: 'fully-synthetic', bias: 1.1 })).toMatch(/grows/);
  expect(reason({ loop: 'fresh-data', bias: 1.5 })).toMatch(/grows/);
  expect(reason({ loop: 'fresh-data', memory: 'all' })).toMatch(/no steady state is known/);
  expect(reason({ loop: 'synthetic-augmentation', memory: 'subsample' })).toMatch(/no steady state is known/);
  expect(reason({ loop: 'synthetic-augmentation', memory: 'all', bias: 0.9 })).toMatch(/t\^-\(1 - λ\)/);
  expect(reason({ loop: 'synthetic-augmentation', memory: 'all', changes: '2:synthetic=60' })).toMatch(/unchanged/);
  expect(reason({ loop: 'synthetic-augmentation', memory: 'all' }, 'meanSquaredSteady')).toMatch(/closed form/);
});

test('effective sample size and threshold belong to the fresh data loop', () => {
  const { theory } = theoryAt(1, { loop: 'fresh-data', real: 100, synthetic: 900, dim: 100, bias: 0.7 });
  expect(theory.syntheticThreshold).toBeCloseTo(1247.3333, 3);
  expect(theory.effectiveSampleSize).toBeNull();
  const faithful = theoryAt(1, { loop: 'fresh-data', real: 100, synthetic: 900 });
  expect(faithful.theory.effectiveSampleSize).toBe(1.9);
  expect(faithful.undefined.syntheticThreshold).toMatch(/no harm/);
  expect(Object.keys(theoryAt(1, { loop: 'fully-synthetic' }).theory)).not.toContain('effectiveSampleSize');
});
