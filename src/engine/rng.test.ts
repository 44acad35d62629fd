import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import type { Rng } from './contracts';
import { createRng, type Key, streamOf } from './rng';

const draws = (rng: Rng, count = 8) => Array.from({ length: count }, () => rng.uniform());

describe('random streams', () => {
  it('are the same for the same seed and labels, and differ for others', () => {
    expect(draws(createRng(1).fork('fit', 3))).toEqual(draws(createRng(1).fork('fit', 3)));
    const streams = [
      createRng(0),
      createRng(1),
      createRng(4294967295),
      createRng(1).fork('fit'),
      createRng(1).fork('fit', 3),
      createRng(1).fork('fit', '3'),
    ];
    expect(new Set(streams.map((stream) => draws(stream).join())).size).toBe(streams.length);
  });

  it('tell labels apart however they are cut', () => {
    expect(draws(createRng(1).fork('ab', 'c'))).not.toEqual(draws(createRng(1).fork('a', 'bc')));
    expect(draws(createRng(1).fork('a', ''))).not.toEqual(draws(createRng(1).fork('a')));
  });

  it('are not advanced by a fork', () => {
    const rng = createRng(7);
    const expected = draws(createRng(7));
    rng.fork('other').uniform();
    expect(draws(rng)).toEqual(expected);
  });

  it('draw normals with the moments of N(0, 1)', () => {
    const rng = createRng(5);
    const count = 200_000;
    const moments = [0, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      const z = rng.normal();
      moments.forEach((_, order) => {
        moments[order] += z ** (order + 1) / count;
      });
    }
    // five standard errors of the mean of z, z², z³, z⁴: sqrt(1, 2, 15, 96) / sqrt(n)
    const errors = [1, 2, 15, 96].map((variance) => 5 * Math.sqrt(variance / count));
    [0, 1, 0, 3].forEach((expected, order) => {
      expect(Math.abs(moments[order] - expected)).toBeLessThan(errors[order]);
    });
  });

  it('fill arrays with what single calls would draw', () => {
    const [one, many] = [createRng(9), createRng(9)];
    for (const count of [0, 1, 2, 7, 0, 3, 100, 1, 100_000]) {
      const filled = new Float64Array(count);
      many.normals(filled);
      expect([...filled]).toEqual(Array.from({ length: count }, () => one.normal()));
    }
    expect(many.uniform()).toBe(one.uniform());
  });

  it('have the bits of pure-rand', () => {
    const keys: Key[] = [
      [1, 0, 0, 0],
      [1, -2, 3, 0x7fffffff],
      [-0x80000000, 0x12345678, -1, 0],
    ];
    for (const key of keys) {
      const [ours, theirs] = [streamOf(key), xoroshiro128plusFromState(key)];
      const [drawn, expected]: [number[], number[]] = [[], []];
      for (let i = 0; i < 2000; i++) {
        drawn.push(ours.uniform());
        expected.push(uniformFloat64(theirs));
        for (const below of [1, 2, 3, 10, 1000, 2 ** 31 + 1, 2 ** 32]) {
          drawn.push(ours.integer(below));
          expected.push(uniformInt(theirs, 0, below - 1));
        }
      }
      expect(drawn).toEqual(expected);
    }
  });

  it('draw integers evenly', () => {
    const rng = createRng(2);
    const counts = new Array(10).fill(0);
    for (let i = 0; i < 100_000; i++) counts[rng.integer(10)]++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt(9000));
  });
});
