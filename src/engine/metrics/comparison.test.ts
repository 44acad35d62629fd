import { describe, expect, it } from 'vitest';
import type { Cloud, Score } from '../contracts';
import { finish } from '../math/steps';
import { createRng } from '../rng';
import { compareClouds } from './comparison';
import { randomDirections } from './slicedWasserstein';

function normalCloud(count: number, dim: number, seed: number, scale = 1): Cloud {
  const rng = createRng(seed);
  return { count, dim, values: Float64Array.from({ length: count * dim }, () => scale * rng.normal()) };
}

const scaled = (cloud: Cloud, factor: number): Cloud => ({ ...cloud, values: cloud.values.map((value) => value * factor) });

function compare(real: Cloud, synthetic: Cloud, bandwidth: number | null = null): Record<string, Score> {
  const projections = randomDirections(16, real.dim, createRng(1));
  return finish(compareClouds(real, synthetic, { k: 5, bandwidth, projections }));
}

const FREE_OF_SCALE = [
  'precision',
  'recall',
  'density',
  'coverage',
  'mmdUnbiased',
  'vendiReal',
  'vendiSynthetic',
  'traceRatio',
  'effectiveRankReal',
  'effectiveRankSynthetic',
];

describe('scores of two clouds', () => {
  it.each([1, 2, 3, 8])('follow the scale of the data exactly from 2^-400 to 2^400, in %i dimensions', (dim) => {
    const [real, synthetic] = [normalCloud(80, dim, 1), normalCloud(60, dim, 2, 0.7)];
    const wanted = compare(real, synthetic);
    for (const exponent of [-400, -300, -60, 60, 300, 400]) {
      const factor = 2 ** exponent;
      const found = compare(scaled(real, factor), scaled(synthetic, factor));
      for (const id of FREE_OF_SCALE) expect(found[id], `${id} at 2^${exponent}`).toEqual(wanted[id]);
      for (const id of ['frechetDistance', 'slicedW2Squared']) {
        const [mine, unscaled] = [found[id], wanted[id]];
        if (!('value' in mine && 'value' in unscaled)) throw new Error(`${id} at 2^${exponent} is undefined`);
        expect(mine.value / factor / factor / unscaled.value, `${id} at 2^${exponent}`).toBeCloseTo(1, 12);
      }
    }
  });

  it('have a value or a reason, and no infinity, at the ends of the range', () => {
    const [real, synthetic] = [normalCloud(40, 3, 3, 1e149), normalCloud(40, 3, 4, 1e149)];
    for (const bandwidth of [null, 1e-150, 1, 1e150]) {
      for (const [id, score] of Object.entries(compare(real, synthetic, bandwidth))) {
        if ('value' in score) expect(Number.isFinite(score.value), id).toBe(true);
        else expect(score.undefined, id).not.toBe('');
      }
    }
  });

  it('of a tiny bandwidth see every point alone, of a huge one all as one', () => {
    const cloud = normalCloud(30, 2, 5);
    const other = normalCloud(20, 2, 6);
    const alone = compare(cloud, other, 1e-150);
    expect(alone).toMatchObject({ mmdUnbiased: { value: 0 } });
    if ('value' in alone.vendiReal) expect(alone.vendiReal.value).toBeCloseTo(30, 9);
    const asOne = compare(cloud, other, 1e150);
    expect(asOne).toMatchObject({ mmdUnbiased: { value: 0 }, vendiReal: { value: 1 }, vendiSynthetic: { value: 1 } });
  });

  it('that compare all pairs are undefined above 20,000 points; the others are not', () => {
    const real = normalCloud(20_001, 1, 7);
    const scores = compare(real, normalCloud(50, 1, 8), 1);
    for (const id of ['precision', 'recall', 'density', 'coverage', 'mmdUnbiased', 'vendiReal']) {
      expect(scores[id]).toMatchObject({ undefined: expect.stringContaining('at most 20000') as string });
    }
    for (const id of ['frechetDistance', 'slicedW2Squared', 'vendiSynthetic', 'traceRatio']) expect(scores[id]).toHaveProperty('value');
  });
});

it('directions are unit vectors, uniform on the sphere', () => {
  const { values } = randomDirections(4000, 3, createRng(9));
  const means = [0, 0, 0];
  const squares = [0, 0, 0];
  for (let i = 0; i < values.length; i += 3) {
    expect(Math.hypot(...values.subarray(i, i + 3))).toBeCloseTo(1, 14);
    for (let a = 0; a < 3; a++) {
      means[a] += values[i + a] / 4000;
      squares[a] += values[i + a] ** 2 / 4000;
    }
  }
  // standard errors: 1 / sqrt(3 x 4000) = .009, sqrt(4/45 / 4000) = .0047; five of them
  for (let a = 0; a < 3; a++) {
    expect(Math.abs(means[a])).toBeLessThan(0.046);
    expect(Math.abs(squares[a] - 1 / 3)).toBeLessThan(0.024);
  }
});
