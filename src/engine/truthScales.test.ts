import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exact, per, square, sum, toNumber } from '../../test/exact';
import { divergenceFromStandard, exactMoments, logDeterminant, pivotsOf, squaredDistance, traceOf } from '../../test/exactGaussians';
import type { Modes } from './contracts';
import { SINGULAR } from './math/resolution';
import { compareWithTruth } from './truth';

const standard = (dim: number): Modes => ({ count: 1, dim, centres: new Float64Array(dim), weights: Float64Array.of(1), sigma: 1 });

interface Model {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
  readonly shape: string;
}

/** A A' of whole numbers times a scale: rounded only by what the scale of the axes makes of it. */
const models: fc.Arbitrary<Model> = fc
  .record({
    dim: fc.integer({ min: 1, max: 4 }),
    exponent: fc.integer({ min: -490, max: 490 }),
    thin: fc.constantFrom(0, 0, -10, -30),
    offset: fc.constantFrom(0, 1, 1e6, 1e12, 1e15),
    shape: fc.constantFrom('full', 'full', 'full', 'rank-deficient', 'constant axis'),
    entries: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 20, maxLength: 20 }),
  })
  .map(({ dim, exponent, thin, offset, shape, entries }) => {
    const rows = Array.from({ length: dim }, (_, i) =>
      Array.from({ length: dim }, (_, j) => (j > i ? 0 : i === j ? Math.abs(entries[4 * i + j]) + 1 : entries[4 * i + j]) / 8),
    );
    const last = dim - 1;
    if (shape !== 'full') rows[last] = dim > 1 && shape === 'rank-deficient' ? rows[0].map((entry) => 3 * entry) : rows[last].map(() => 0);
    const size = (i: number) => 2 ** (Math.round(exponent / 2) + (i === 0 ? thin : 0));
    const covariance = Float64Array.from({ length: dim * dim }, (_, at) => {
      const [i, j] = [Math.floor(at / dim), at % dim];
      return rows[i].reduce((total, entry, k) => total + entry * rows[j][k], 0) * size(i) * size(j);
    });
    const mean = Float64Array.from({ length: dim }, (_, i) => offset * (entries[16 + i] || 1) * 2 ** Math.round(exponent / 2));
    return { mean, covariance, shape };
  });

test('exact values at any scale, offset and shape are those of exact arithmetic, or null with a reason', () => {
  let given = 0;
  let refused = 0;
  fc.assert(
    fc.property(models, ({ mean, covariance, shape }) => {
      const dim = mean.length;
      const { truth, undefined: reasons } = compareWithTruth([{ weight: 1, mean, covariance }], standard(dim), false);
      const model = exactMoments(mean, covariance);
      const pivots = pivotsOf(model);
      const isRegular = pivots.length === dim;
      // the share of its variance that an axis has of its own: what a double tells apart of the one it tells of the other
      const ownShare = isRegular ? Math.min(...pivots.map((pivot, i) => toNumber(per(pivot, model.covariance[i][i])))) : 0;
      const rounding = 1e-12 + (16 * dim * Number.EPSILON) / ownShare;
      const total = toNumber(sum([traceOf(model), exact(dim), ...model.mean.map(square)]));
      const check = (key: string, wanted: number | null, tolerance: number) => {
        const found = truth[key];
        if (found === null) {
          expect(reasons[key], key).toMatch(/\w{4}/);
          refused++;
          return;
        }
        expect(Number.isFinite(found), key).toBe(true);
        expect(wanted, `${key} of a singular covariance is ${found}`).not.toBeNull();
        expect(Math.abs(found - (wanted ?? 0)), `${key} ${found}, exactly ${wanted}`).toBeLessThanOrEqual(tolerance);
        given++;
      };
      check('meanSquared', toNumber(sum(model.mean.map(square))), 1e-12 * toNumber(sum(model.mean.map(square))));
      check('traceOverDim', toNumber(per(traceOf(model), exact(dim))), 1e-12 * toNumber(traceOf(model)));
      check('logDet', isRegular ? logDeterminant(model) : null, dim * rounding + 1e-13 * Math.abs(truth.logDet ?? 0));
      const divergence = isRegular ? divergenceFromStandard(model) : null;
      check('kl', divergence, rounding * ((divergence ?? 0) + dim + Math.abs(truth.logDet ?? 0)));
      // a root of a variance is known to the root of what the variance is known to
      const roots = dim * Math.sqrt(dim * Number.EPSILON * toNumber(traceOf(model)));
      if (dim <= 2)
        check(
          'w2Squared',
          squaredDistance(model, exactMoments(new Float64Array(dim), Float64Array.from(dim === 1 ? [1] : [1, 0, 0, 1]))),
          1e-12 * total + 4 * roots,
        );
      if (truth.w2Squared !== null)
        expect(truth.w2Squared).toBeGreaterThanOrEqual(toNumber(sum(model.mean.map(square))) * (1 - 1e-12) - 1e-12 * dim - 4 * roots);
      if (shape !== 'full') expect(reasons, shape).toMatchObject({ logDet: SINGULAR, kl: SINGULAR });
    }),
    { numRuns: 400, seed: 1 },
  );
  expect(given).toBeGreaterThan(1000);
  expect(refused).toBeGreaterThan(300);
}, 60_000);

test('a variance of 1e154 has a distance, and one that a double can hold no more has none', () => {
  const of = (variance: number) =>
    compareWithTruth([{ weight: 1, mean: Float64Array.of(1, 0), covariance: Float64Array.of(variance, 0, 0, variance) }], standard(2), false);
  for (const variance of [1e153, 1.9e154, 1e163, 1e300]) expect((of(variance).truth.w2Squared as number) / (2 * variance)).toBeCloseTo(1, 12);
  const { truth, undefined: reasons } = of(Infinity);
  for (const key of ['traceOverDim', 'logDet', 'kl', 'w2Squared']) {
    expect(truth[key], key).toBeNull();
    expect(reasons[key], key).toBe('the value is too large for a number');
  }
});

test('a correlated covariance of 1e160 has its moment distance', () => {
  const of = (scale: number) => {
    const half = (x: number) => ({
      weight: 0.5,
      mean: Float64Array.of(x * scale, 0),
      covariance: Float64Array.of(1, 0.3, 0.3, 0.5).map((entry) => entry * scale * scale),
    });
    const modes: Modes = { count: 2, dim: 2, centres: Float64Array.of(-scale, 0, scale, 0), weights: Float64Array.of(0.5, 0.5), sigma: scale };
    return (compareWithTruth([half(-1), half(1)], modes, false).truth.momentFrechet as number) / (scale * scale);
  };
  for (const exponent of [-240, 200, 265]) expect(of(2 ** exponent)).toBeCloseTo(of(1), 12);
});

test('a variance below the rounding of its coordinates is not told', () => {
  const of = (deviation: number) =>
    compareWithTruth(
      [{ weight: 1, mean: Float64Array.of(3, 0.5), covariance: Float64Array.of(deviation ** 2, 0, 0, deviation ** 2) }],
      standard(2),
      false,
    );
  expect(of(1e-12).undefined).toEqual({});
  expect(of(1e-12).truth.logDet).toBeCloseTo(4 * Math.log(1e-12), 9);
  expect(of(1e-15).truth).toMatchObject({ traceOverDim: null, logDet: null, kl: null });
  expect(of(1e-15).undefined.traceOverDim).toBe('the variance is below the rounding of the coordinates');
  expect(of(0).truth).toMatchObject({ traceOverDim: 0, logDet: null });
});
