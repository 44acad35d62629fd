import { describe, expect, it, test } from 'vitest';
import type { Rng } from '../contracts';
import { gaussianData } from '../datasets/gaussian';
import { parseExperiment } from '../experimentText';
import { loops } from '../loops';
import { type Curation, firstRecipe, type Recipe } from '../recipe';
import { byId } from '../registry';
import { createRng } from '../rng';
import { theoryOf } from '.';
import { keptVariance } from './chiSquare';
import { curatedLaw } from './curated';

type Keys = Readonly<Record<string, string | number>>;

function theoryAt(t: number, keys: Keys) {
  const { experiment, notes } = parseExperiment({ model: 'gaussian', dataset: 'gaussian', ...keys }, 'headless');
  expect(notes).toEqual([]);
  const density = experiment.dataset === 'gaussian' ? (gaussianData.density?.(experiment) ?? null) : null;
  return theoryOf(byId(loops, experiment.loop[0]), experiment, density, false)(t);
}

/** The moments at t of a loop with the real share p. */
function limitAt(t: number, curated: Curation, p: number, dim: number, bias = 1) {
  const { experiment } = parseExperiment({ model: 'gaussian', dataset: 'gaussian' });
  const recipe: Recipe = { ...firstRecipe(experiment), initial: 0, fresh: p, drawn: 1 - p, models: 1, bias, memory: 'previous', curated };
  const law = curatedLaw(() => recipe, { dim, sigma: 1 });
  for (let before = 1; before < t; before++) law.next();
  const { value } = law.next();
  if (typeof value === 'string') throw new Error(value);
  return value;
}

test.each([
  [1, 0.9, 0.623],
  [1, 0.5, 0.143],
  [2, 0.9, 0.744],
  [2, 0.5, 0.307],
  [10, 0.9, 0.898],
  [10, 0.5, 0.653],
  [3, 1, 1],
])('variance left of %i dimensions where a fraction %f is kept', (dim, keep, variance) => {
  expect(keptVariance(dim, keep)).toBeCloseTo(variance, 3);
});

test('in the plane the variance that is kept has a closed form', () => {
  // chi-square of two degrees of freedom is exponential
  for (const keep of [0.01, 0.3, 0.99]) expect(keptVariance(2, keep)).toBeCloseTo(1 + ((1 - keep) / keep) * Math.log(1 - keep), 12);
});

describe('the limits', () => {
  it('by density', () => {
    expect(limitAt(8, { by: 'density', keep: 0.9 }, 0, 2).a).toBeCloseTo(0.1264, 4);
    expect(limitAt(200, { by: 'density', keep: 0.9 }, 0.242, 2).a).toBeCloseTo(0.555, 3);
    expect(limitAt(200, { by: 'density', keep: 0.5 }, 0.242, 2)).toMatchObject({ a: expect.closeTo(0.315, 3), m: 0, kind: 'limit' });
  });

  it('by preference', () => {
    const curated = { by: 'preference', kappa: 0.5, distance: 2 } as const;
    for (const t of [1, 2, 10, 50]) {
      const { a, m } = limitAt(t, curated, 0, 1);
      expect(1 / a).toBeCloseTo(1 + 0.5 * (t - 1), 10);
      expect(Math.sqrt(m)).toBeCloseTo(2 * (1 - a), 10);
    }
    const { a, m } = limitAt(10, curated, 0.242, 1);
    expect([a, Math.sqrt(m)]).toEqual([expect.closeTo(1.14, 3), expect.closeTo(1.05, 3)]);
    for (const [p, mean] of [
      [0.05, 1.65],
      [0.242, 1.07],
      [0.5, 0.54],
    ]) {
      expect(Math.sqrt(limitAt(500, curated, p, 1).m)).toBeCloseTo(mean, 2);
    }
    expect(limitAt(500, curated, 0.05, 1).a).toBeCloseTo(0.67, 2);
  });
});

/** Trace over d and squared mean over d of a loop in the plane, run point by point. */
function simulate({ count, p, bias, generations }: { count: number; p: number; bias: number; generations: number }, curated: Curation, rng: Rng) {
  let fit = { mean: [0, 0], deviation: [1, 1] };
  for (let t = 2; t <= generations; t++) {
    const real = Math.round(p * count);
    const candidate = () => fit.mean.map((mean, i) => mean + Math.sqrt(bias) * fit.deviation[i] * rng.normal());
    const made: number[][] = [];
    if (curated.by === 'density') {
      const all = Array.from({ length: Math.ceil((count - real) / curated.keep) }, candidate);
      made.push(...all.sort(([a, b], [c, d]) => a * a + b * b - c * c - d * d).slice(0, count - real));
    } else {
      while (made.length < count - real) {
        const [x, y] = candidate();
        if (rng.uniform() < Math.exp((-curated.kappa / 2) * ((x - curated.distance) ** 2 + y * y))) made.push([x, y]);
      }
    }
    const set = [...made, ...Array.from({ length: real }, () => [rng.normal(), rng.normal()])];
    const moment = (i: number, of: (x: number) => number) => set.reduce((sum, x) => sum + of(x[i]), 0) / count;
    const mean = [0, 1].map((i) => moment(i, (x) => x));
    fit = { mean, deviation: [0, 1].map((i) => Math.sqrt(moment(i, (x) => (x - mean[i]) ** 2))) };
  }
  const half = ([x, y]: readonly number[]) => (x * x + y * y) / 2;
  return { a: half(fit.deviation), m: half(fit.mean) };
}

test.each([
  [{ by: 'density', keep: 0.6 }, 0.3],
  [{ by: 'density', keep: 0.8 }, 0],
  [{ by: 'preference', kappa: 0.4, distance: 1.5 }, 0.3],
  [{ by: 'preference', kappa: 0.4, distance: 1 }, 0],
] as const)('a large loop comes near the limit: %o, real share %f', (curated, p) => {
  const { a, m } = simulate({ count: 20_000, p, bias: 0.9, generations: 5 }, curated, createRng(7));
  const limit = limitAt(5, curated, p, 2, 0.9);
  expect(Math.abs(a / limit.a - 1)).toBeLessThan(0.03);
  expect(Math.abs(m - limit.m)).toBeLessThan(0.02);
});

describe('theory of a run', () => {
  it('says that it is a limit, from the first curated generation on', () => {
    const keys = { loop: 'fresh-data', real: 64, synthetic: 200, changes: '4:curation=density' };
    expect(theoryAt(3, keys)).toEqual(theoryAt(3, { ...keys, changes: '' }));
    const { theory, kind, undefined: reasons } = theoryAt(40, keys);
    expect(kind).toBe('limit');
    expect(theory.a).toBeCloseTo(theory.traceOverDimSteady ?? Number.NaN, 10);
    expect(theory.a).toBeCloseTo(0.315, 2);
    expect([theory.kl, typeof reasons.kl]).toEqual([null, 'string']);
    expect(theoryAt(40, { ...keys, web: '0.9,5,2' }).theory).toMatchObject({ a: expect.closeTo(0.136, 3), traceOverDimSteady: null });
  });

  it.each([
    { curation: 'density', memory: 'all' },
    { curation: 'preference', memory: 'last', span: 3 },
    { curation: 'density', archive: 100, archiveDraw: 10 },
    { curation: 'preference', preference: 5, dim: 9 },
    { changes: '3:curation=preference;6:curation=density' },
    { curation: 'density', dataset: 'ring' },
    { curation: 'density', model: 'gaussian-mixture' },
  ])('has no values with %o', (keys) => {
    const { theory, undefined: reasons } = theoryAt(8, { loop: 'fresh-data', ...keys } as Keys);
    expect(theory).toEqual({});
    expect(reasons.theory).toMatch(/known/);
  });
});
