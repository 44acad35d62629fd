import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exact, minus, per, square, sum, toNumber } from '../../../test/exact';
import { type ExactMoments, effectiveRank, momentsOf, type Rows, squaredDistance, traceOf } from '../../../test/exactGaussians';
import type { Cloud, Score } from '../contracts';
import { finish } from '../math/steps';
import { compareClouds } from './comparison';

const cloudOf = (rows: Rows): Cloud => ({ count: rows.length, dim: rows[0].length, values: Float64Array.from(rows.flat()) });

/** Every axis by itself is a projection, so that the sliced distance is sums of squares of sorted coordinates. */
const axesOf = (dim: number): Cloud => ({
  count: dim,
  dim,
  values: Float64Array.from({ length: dim * dim }, (_, at) => Number(at % (dim + 1) === 0)),
});

function compare(real: Rows, synthetic: Rows): Record<string, Score> {
  return finish(compareClouds(cloudOf(real), cloudOf(synthetic), { k: 2, bandwidth: null, projections: axesOf(real[0].length) }));
}

/** Whole numbers, so that a scale of 2^k and rounding at an offset are all that makes them hard. */
const digits = fc.integer({ min: -50, max: 50 });
const SIZE = 9;

interface Setting {
  readonly real: Rows;
  readonly synthetic: Rows;
  /** coordinates over spread, about */
  readonly distance: number;
}

const settings: fc.Arbitrary<Setting> = fc
  .record({
    dim: fc.constantFrom(1, 2),
    exponent: fc.integer({ min: -490, max: 440 }),
    distance: fc.constantFrom(0, 0, 1, 1e3, 1e7, 1e10, 1e13, 1e16),
    shape: fc.constantFrom('full', 'full', 'line', 'constant axis', 'one place'),
    places: fc.array(digits, { minLength: 4 * SIZE, maxLength: 4 * SIZE }),
  })
  .map(({ dim, exponent, distance, shape, places }) => {
    const scale = 2 ** exponent;
    const side = (start: number) =>
      Array.from({ length: SIZE }, (_, i) =>
        Array.from({ length: dim }, (_, a) => {
          const onLine = shape === 'line' ? places[start + i] * (a + 1) : places[start + SIZE * a + i];
          const isStill = shape === 'one place' || (shape === 'constant axis' && a === 0);
          return ((isStill ? 7 : onLine) + distance) * scale;
        }),
      );
    return { real: side(0), synthetic: side(2 * SIZE), distance };
  });

const squaresOfSorted = (real: Rows, synthetic: Rows): number => {
  const along = (rows: Rows, a: number) => rows.map((row) => row[a]).sort((x, y) => x - y);
  const each = real[0].map((_, a) => {
    const [x, y] = [along(real, a), along(synthetic, a)];
    return per(sum(x.map((value, i) => square(minus(exact(value), exact(y[i]))))), exact(SIZE));
  });
  return toNumber(per(sum(each), exact(real[0].length)));
};

/** Some units of rounding for each of the few dozen operations: nothing of the scale, of the offset or of the shape is in it. */
const TOLERANCE = 1e-12;

test('scores at any scale, offset and shape are those of exact arithmetic, or null with a reason', () => {
  let given = 0;
  let refused = 0;
  const check = (score: Score, wanted: number | null, tolerance: number, isData: boolean, name: string) => {
    if ('undefined' in score) {
      expect(score.undefined, name).toMatch(/\w{4}/);
      expect(wanted === null || !isData, `${name} is ${wanted}, but has no value: ${score.undefined}`).toBe(true);
      refused++;
      return;
    }
    expect(wanted, name).not.toBeNull();
    expect(Math.abs(score.value - (wanted ?? 0)), `${name} ${score.value}, exactly ${wanted}`).toBeLessThanOrEqual(tolerance);
    given++;
  };
  const spreads = (moments: ExactMoments) => toNumber(traceOf(moments)) > 0;
  fc.assert(
    fc.property(settings, ({ real, synthetic, distance }) => {
      const [x, y] = [momentsOf(real), momentsOf(synthetic)];
      const scores = compare(real, synthetic);
      // a spread of 100 roundings and more is data: here it is 1e-16 of the coordinates times 1 / distance
      const isData = distance <= 1e10;
      const ratio = spreads(x) ? toNumber(per(traceOf(y), traceOf(x))) : null;
      check(scores.traceRatio, ratio, TOLERANCE * (ratio ?? 0), isData, 'traceRatio');
      check(scores.effectiveRankReal, spreads(x) ? effectiveRank(x) : null, TOLERANCE, isData, 'effectiveRankReal');
      check(scores.effectiveRankSynthetic, spreads(y) ? effectiveRank(y) : null, TOLERANCE, isData, 'effectiveRankSynthetic');
      const scatter = toNumber(sum([traceOf(x), traceOf(y), ...x.mean.map((centre, a) => square(minus(centre, y.mean[a])))]));
      check(scores.frechetDistance, squaredDistance(x, y), TOLERANCE * scatter, true, 'frechetDistance');
      const sliced = squaresOfSorted(real, synthetic);
      check(scores.slicedW2Squared, sliced, TOLERANCE * sliced, true, 'slicedW2Squared');
    }),
    { numRuns: 300, seed: 1 },
  );
  expect(given).toBeGreaterThan(1000);
  expect(refused).toBeGreaterThan(100);
}, 60_000);

const REAL: Rows = [
  [0, 0],
  [1, 0],
  [0, 1],
  [2, 1],
  [1, 3],
  [4, 2],
  [3, 3],
  [2, 4],
];
const SYNTHETIC: Rows = [
  [0, 1],
  [1, 1],
  [1, 2],
  [3, 1],
  [2, 3],
  [3, 2],
  [4, 3],
  [2, 5],
];

test.each<[string, (value: number) => number]>([
  ['as they are', (value) => value],
  ['times 1e80', (value) => value * 1e80],
  ['times 1e150 / 8', (value) => (value * 1e150) / 8],
  ['times 1e-11', (value) => value * 1e-11],
  ['times 1e-149', (value) => value * 1e-149],
  ['plus 1e11', (value) => value + 1e11],
  ['as Julian dates within 30 s', (value) => 2_460_000.5 + (value * 6) / 86_400],
  ['as nanoseconds since 1970, a millisecond apart', (value) => 1.764e18 + value * 1_048_576],
])('the same points %s have the same shape', (_, move) => {
  const moved = (rows: Rows) => rows.map((row) => row.map(move));
  const scores = compare(moved(REAL), moved(SYNTHETIC));
  const wanted = { traceRatio: 0.8756, effectiveRankReal: 1.75793, effectiveRankSynthetic: 1.89895 };
  for (const [id, value] of Object.entries(compare(REAL, SYNTHETIC))) {
    if (!(id in wanted)) continue;
    const score = scores[id];
    if (!('value' in score && 'value' in value)) throw new Error(`${id} has no value`);
    // Julian dates within half a minute are rounded to 4e-5 s
    expect(Math.abs(score.value / value.value - 1), id).toBeLessThan(1e-5);
    if (id !== 'traceRatio') expect(value.value).toBeCloseTo(wanted[id as keyof typeof wanted], 5);
  }
});

test('a constant axis far from the origin changes nothing of the other', () => {
  const beside = (rows: Rows) => rows.map(([, y], i) => [1e12, y + i / 8]);
  const alone = (rows: Rows) => rows.map(([, y], i) => [y + i / 8]);
  const [both, one] = [compare(beside(REAL), beside(SYNTHETIC)), compare(alone(REAL), alone(SYNTHETIC))];
  expect([both.effectiveRankReal, both.effectiveRankSynthetic]).toEqual([{ value: 1 }, { value: 1 }]);
  expect(both.traceRatio).toEqual(one.traceRatio);
});

test('a spread of fewer than 100 roundings says so, one of 10,000 is data', () => {
  const ulp = 2 ** -13; // of 1e12
  const spread = (roundings: number) => REAL.map(([x, y]) => [1e12 + roundings * ulp * x, y * 0 + 3]);
  expect(compare(spread(10), SYNTHETIC).traceRatio).toEqual({
    undefined: 'the real samples spread by less than 100 roundings of their coordinates: that may be rounding, not data',
  });
  expect(compare(spread(1e4), SYNTHETIC).traceRatio).toHaveProperty('value');
  const still = compare(spread(0), SYNTHETIC);
  expect(still.traceRatio).toEqual({ undefined: 'all real samples coincide: they have no variance' });
  expect(still.effectiveRankReal).toEqual({ undefined: 'all samples coincide' });
});

test('a variance ratio too small for a number is no 0', () => {
  const times = (rows: Rows, factor: number) => rows.map((row) => row.map((value) => value * factor));
  expect(compare(times(REAL, 1e75), times(SYNTHETIC, 1e-75)).traceRatio).toHaveProperty('value');
  expect(compare(times(REAL, 1e140), times(SYNTHETIC, 1e-140)).traceRatio).toEqual({ undefined: 'the value is too small for a number' });
});
