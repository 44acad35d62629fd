import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cloud, Modes } from '../contracts';
import type { SampleKind } from '../descriptions';
import { finish } from '../math/steps';
import { createRng } from '../rng';
import { metrics } from './index';
import { prepareReference, type ReferenceOptions, type ScoreSheet, scoreSamples } from './scoring';

const pointOptions: ReferenceOptions = { kind: 'points', k: 5, modes: null, classes: 0 };

/** Four modes at the corners of a square. */
const square: Modes = { count: 4, dim: 2, centres: Float64Array.of(0, 0, 10, 0, 0, 10, 10, 10), weights: new Float64Array(4).fill(0.25), sigma: 0.5 };

function normalCloud(count: number, dim: number, seed: number, scale = 1): Cloud {
  const rng = createRng(seed);
  return { count, dim, values: Float64Array.from({ length: count * dim }, () => scale * rng.normal()) };
}

function mapRows({ count, dim, values }: Cloud, map: (row: readonly number[]) => readonly number[]): Cloud {
  return { count, dim, values: Float64Array.from(Array.from({ length: count }, (_, i) => map([...values.slice(i * dim, (i + 1) * dim)])).flat()) };
}

function scores(real: Cloud, synthetic: Cloud, options: Partial<ReferenceOptions> = {}, asked: readonly string[] = ['all']): ScoreSheet {
  return finish(scoreSamples(finish(prepareReference(real, { ...pointOptions, ...options })), synthetic, asked));
}

/** Samples of the given modes, `each` of them. */
function samplesAt(modes: Modes, counts: readonly number[]): Cloud {
  const rng = createRng(7);
  const rows = counts.flatMap((count, m) =>
    Array.from({ length: count }, () => [0, 1].map((a) => modes.centres[2 * m + a] + modes.sigma * (rng.uniform() - 0.5))),
  );
  return { count: rows.length, dim: 2, values: Float64Array.from(rows.flat()) };
}

describe('every score', () => {
  const real = normalCloud(60, 2, 1);
  const strange: Record<string, Cloud> = {
    'no samples': { count: 0, dim: 2, values: new Float64Array(0) },
    'one sample': normalCloud(1, 2, 2),
    'identical samples': { count: 60, dim: 2, values: new Float64Array(120).fill(0.1) },
    'samples at infinity': { count: 2, dim: 2, values: Float64Array.of(Infinity, 0, 1, 2) },
    'samples that are no numbers': { count: 2, dim: 2, values: Float64Array.of(Number.NaN, 0, 1, 2) },
    'samples near the end of the doubles': normalCloud(60, 2, 3, 1e160),
    'very wide samples': normalCloud(60, 2, 3, 1e140),
    'samples on a line': mapRows(normalCloud(60, 2, 4), ([x]) => [x, 0]),
    'very narrow samples': normalCloud(60, 2, 5, 1e-12),
  };

  test.each(Object.keys(strange))('is a finite number or undefined with a reason: %s', (name) => {
    for (const modes of [null, square]) {
      const sheet = scores(real, strange[name], { modes });
      expect(Object.keys(sheet.scores)).toEqual(metrics.filter(({ kinds }) => kinds.includes('points')).map(({ id }) => id));
      for (const [id, value] of Object.entries(sheet.scores)) {
        if (value === null) expect(sheet.undefined[id], id).toMatch(/\w{4}/);
        else expect(Number.isFinite(value) && !(id in sheet.undefined), id).toBe(true);
      }
    }
  });

  test('is left out when nobody asks for it', () => {
    expect(scores(real, real, { modes: square }, [])).toMatchObject({ scores: {}, undefined: {} });
    expect(Object.keys(scores(real, real, {}, ['recall', 'classEntropy']).scores)).toEqual(['recall']);
  });

  test('comes in steps that a cancel can interrupt', () => {
    const large = normalCloud(3000, 2, 9);
    const reference = finish(prepareReference(large, pointOptions));
    let steps = 0;
    for (const _ of scoreSamples(reference, large, ['all'])) steps++;
    expect(steps).toBeGreaterThan(metrics.length);
  });

  test('stays the same when samples are permuted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const [x, y] = [normalCloud(40, 2, seed), normalCloud(30, 2, seed + 1, 0.7)];
        const backwards = {
          ...y,
          values: Float64Array.from(Array.from({ length: 30 }, (_, i) => [...y.values.slice(2 * (29 - i), 2 * (30 - i))]).flat()),
        };
        closeTo(scores(x, backwards), scores(x, y));
      }),
      { numRuns: 20, seed: 1 },
    );
  });

  test('stays the same under translation and rotation of both sets', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: -50, max: 50, noNaN: true }), (seed, shift) => {
        const [x, y] = [normalCloud(40, 3, seed), normalCloud(30, 3, seed + 1, 0.7)];
        // a rotation by the Pythagorean angle of 3, 4, 5
        const move = ([a, b, c]: readonly number[]) => [0.6 * a - 0.8 * b + shift, 0.8 * a + 0.6 * b, c - shift];
        closeTo(scores(mapRows(x, move), mapRows(y, move)), scores(x, y));
      }),
      { numRuns: 20, seed: 1 },
    );
  });
});

function closeTo(sheet: ScoreSheet, wanted: ScoreSheet): void {
  expect(Object.keys(sheet.undefined)).toEqual(Object.keys(wanted.undefined));
  for (const [id, value] of Object.entries(wanted.scores)) {
    if (value !== null) expect(Math.abs((sheet.scores[id] ?? Number.NaN) - value), id).toBeLessThan(1e-8 * (1 + value));
  }
}

describe('shares', () => {
  const real = samplesAt(square, [250, 250, 250, 250]);

  test('a mode is alive with 10 % of its fair share within 3 sigma', () => {
    const sheet = scores(real, samplesAt(square, [951, 25, 24, 0]), { modes: square }, ['modesAlive', 'shareBias']);
    expect(sheet.shares).toEqual({ share: [0.951, 0.025, 0.024, 0], alive: [true, true, false, false] });
    expect(sheet.scores.modesAlive).toBe(2);
    expect(sheet.scores.shareBias).toBeCloseTo(0.701, 12);
  });

  test('and with 3 samples, however small its fair share', () => {
    const rare = { ...square, weights: Float64Array.of(0.97, 0.01, 0.01, 0.01) };
    const sheet = scores(real, samplesAt(square, [195, 3, 2, 0]), { modes: rare });
    expect(sheet.shares?.alive).toEqual([true, true, false, false]);
  });

  test('samples beside a centre count to its share but keep it dead', () => {
    const beside = mapRows(samplesAt(square, [25, 25, 25, 25]), ([x, y]) => [x + 2, y]);
    const sheet = scores(real, beside, { modes: square });
    expect(sheet.shares).toEqual({ share: [0.25, 0.25, 0.25, 0.25], alive: [false, false, false, false] });
  });

  test('classes of digits: shares, entropy and the living', () => {
    const kind: SampleKind = 'images';
    const labelled = (labels: readonly number[]): Cloud => ({
      count: labels.length,
      dim: 2,
      values: Float64Array.from(labels.flatMap((c) => [1 + c, 1])),
    });
    const classify = ({ count, values }: Cloud) => Uint8Array.from({ length: count }, (_, i) => values[2 * i] - 1);
    const truth = labelled([...Array<number>(50).fill(0), ...Array<number>(50).fill(1)]);
    const sheet = scores(truth, labelled([...Array<number>(96).fill(0), ...Array<number>(4).fill(1)]), {
      kind,
      reader: { features: () => truth, classify },
      classes: 2,
      k: 3,
    });
    expect(sheet.shares).toEqual({ share: [0.96, 0.04], alive: [true, false] });
    expect(sheet.scores.modesAlive).toBe(1);
    expect(sheet.scores.shareBias).toBeCloseTo(0.46, 12);
    expect(sheet.scores.classEntropy).toBeCloseTo(-0.96 * Math.log(0.96) - 0.04 * Math.log(0.04), 12);
  });
});

test('confidence is the mean of the largest probability', () => {
  const sure = { count: 2, dim: 2, values: Float64Array.of(0.9, 0.1, 0.4, 0.6) };
  const options = { kind: 'images', reader: { features: () => sure, probabilities: ({ values }: Cloud) => values } } as const;
  expect(scores(sure, sure, options, ['confidence']).scores.confidence).toBeCloseTo(0.75, 12);
  expect(scores(sure, sure, { kind: 'images' }, ['confidence']).undefined.confidence).toMatch(/^no classifier/);
});

test('the variance ratio does not see that opposite modes died', () => {
  const kept = scores(samplesAt(square, [100, 100, 100, 100]), samplesAt(square, [200, 0, 0, 200]), { modes: square });
  expect(kept.scores.modesAlive).toBe(2);
  expect(kept.scores.traceRatio).toBeCloseTo(1, 1);
});
