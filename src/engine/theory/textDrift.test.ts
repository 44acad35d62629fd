import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Part } from '../descriptions';
import { textDrift } from './textDrift';

const heterozygosity = (counts: readonly number[]) => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return 1 - counts.reduce((sum, count) => sum + (count / total) ** 2, 0);
};
const countsOf = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }).filter((counts) => counts.some((count) => count > 0));
const PARTS: readonly Part[] = ['initial', 'fresh', 'synthetic'];

describe('drift of symbols', () => {
  it('is one step of counting all training sets there can be', () => {
    // every way to draw `size` symbols of three, with its probability
    const draws = (size: number, shares: readonly number[]): [counts: number[], probability: number][] =>
      size === 0
        ? [[[0, 0, 0], 1]]
        : draws(size - 1, shares).flatMap(([counts, probability]) =>
            shares.map((share, s): [number[], number] => [counts.map((count, i) => count + (i === s ? 1 : 0)), probability * share]),
          );
    const few = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(fc.subarray([...PARTS], { minLength: 1 }), countsOf, countsOf, few, few, (parts, counts, pool, real, synthetic) => {
        const takes = (part: Part, size: number) => (parts.includes(part) ? size : 0);
        const n = takes('initial', 1) + takes('fresh', real) + takes('synthetic', synthetic);
        if (n === 0) return;
        const sharesOf = (of: readonly number[]) => of.map((count) => count / of.reduce((sum, one) => sum + one, 0));
        let mean = 0;
        for (const [fresh, chance] of draws(takes('fresh', real), sharesOf(pool))) {
          for (const [made, other] of draws(takes('synthetic', synthetic), sharesOf(counts))) {
            mean += chance * other * heterozygosity(counts.map((count, s) => takes('initial', count) + fresh[s] + made[s]));
          }
        }
        const driftAt = textDrift({ parts, counts, fresh: { real, pool }, synthetic });
        expect(driftAt(1).heterozygosity).toBeCloseTo(heterozygosity(counts), 13);
        expect(driftAt(2).heterozygosity).toBeCloseTo(mean, 13);
      }),
      { numRuns: 60 },
    );
  });

  it('is the three laws of the loops, over generations', () => {
    const [counts, pool, real, synthetic] = [[5, 3, 0, 1], [40, 30, 20, 10], 6, 11];
    const n1 = 9;
    const sum = (f: (s: number) => number) => counts.reduce((total, _, s) => total + f(s), 0);
    const first = sum((s) => (counts[s] / n1) ** 2);
    const ofPool = sum((s) => (pool[s] / 100) ** 2);
    const made = (f: number) => f * (1 - 1 / synthetic) + 1 / synthetic;
    const of = (parts: readonly Part[]) => textDrift({ parts, counts, fresh: { real, pool }, synthetic });
    const q = synthetic / (n1 + synthetic);
    const [p, r] = [real / (real + synthetic), synthetic / (real + synthetic)];
    let [f, g, x] = [first, first, sum((s) => (pool[s] / 100) * (counts[s] / n1))];
    for (let t = 1; t <= 40; t++) {
      expect(of(['synthetic'])(t).heterozygosity).toBeCloseTo((1 - first) * (1 - 1 / synthetic) ** (t - 1), 13);
      expect(of(['initial', 'synthetic'])(t).heterozygosity).toBeCloseTo(1 - f, 13);
      expect(of(['fresh', 'synthetic'])(t).heterozygosity).toBeCloseTo(1 - g, 13);
      f = (1 - q * q) * first + q * q * made(f);
      g = p * p * (ofPool + (1 - ofPool) / real) + 2 * p * r * x + r * r * made(g);
      x = p * ofPool + r * x;
    }
  });

  it('tells words alive of what is made alone, falling, and gives the same whatever was asked before', () => {
    const chain = { counts: [4, 1, 0, 1], fresh: null, synthetic: 6 };
    const driftAt = textDrift({ ...chain, parts: ['synthetic'] });
    const late = driftAt(50);
    const alive = Array.from({ length: 50 }, (_, i) => driftAt(i + 1).wordsAlive as number);
    expect(alive[0]).toBe(3);
    expect(alive[1]).toBeCloseTo(3 - Math.exp(-4) - 2 * Math.exp(-1), 14);
    expect(alive).toEqual([...alive].sort((a, b) => b - a));
    expect(alive[49]).toBe(late.wordsAlive);
    expect(textDrift({ ...chain, parts: ['initial', 'synthetic'] })(3).wordsAlive).toBeNull();
    expect(textDrift({ ...chain, parts: ['fresh', 'synthetic'], fresh: { real: 1, pool: [1, 1, 1, 1] } })(3).wordsAlive).toBeNull();
  });
});
