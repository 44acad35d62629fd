import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cloud } from '../contracts';
import { createRng } from '../rng';
import { countInBalls, squaredRadii } from './neighbours';
import { kernelBalls, kernelNearest, type PairNeighbours, plainBalls, plainNearest } from './pairNeighbours';
import { kernelPasses, medianPairwiseDistance, type PairPasses, plainPasses } from './pairwiseMedian';
import { finish } from './steps';

function cloudOf(rows: readonly (readonly number[])[]): Cloud {
  return { count: rows.length, dim: rows[0].length, values: Float64Array.from(rows.flat()) };
}

/** Points on a coarse lattice: many duplicates and many equal distances, all exact. */
function lattice(count: number, dim: number, seed: number): Cloud {
  const rng = createRng(seed);
  return { count, dim, values: Float64Array.from({ length: count * dim }, () => rng.integer(5)) };
}

function distances(a: Cloud, b: Cloud): number[][] {
  return Array.from({ length: a.count }, (_, i) =>
    Array.from({ length: b.count }, (_, j) => {
      let sum = 0;
      for (let c = 0; c < a.dim; c++) sum += (a.values[i * a.dim + c] - b.values[j * b.dim + c]) ** 2;
      return sum;
    }),
  );
}

test.each([1, 2, 3, 4, 8, 11])('radii and ball counts equal the brute force on a lattice full of ties, d = %i', (dim) => {
  const [real, synthetic] = [lattice(120, dim, 1), lattice(90, dim, 2)];
  const radii = finish(squaredRadii(real, 4));
  const own = distances(real, real).map((row, i) => row.filter((_, j) => j !== i).sort((a, b) => a - b)[3]);
  expect([...radii]).toEqual(own);

  const cross = distances(real, synthetic);
  const counts = finish(countInBalls(real, radii, synthetic));
  expect(counts.covered).toBe(synthetic.values.length / dim - cross[0].filter((_, j) => cross.every((row, i) => row[j] > own[i])).length);
  expect(counts.strictPairs).toBe(cross.flatMap((row, i) => row.filter((d) => d < own[i])).length);
  expect(counts.occupied).toBe(cross.filter((row, i) => row.some((d) => d < own[i])).length);
});

/** Every pair in its own arithmetic: squares summed in the order of the coordinates, by eights where there are as many. */
function plainDistance(a: Cloud, i: number, b: Cloud, j: number): number {
  const squares = Array.from({ length: a.dim }, (_, c) => (a.values[i * a.dim + c] - b.values[j * b.dim + c]) ** 2);
  let sum = 0;
  while (squares.length >= 8) {
    const [p, q, r, s, t, u, v, w] = squares.splice(0, 8);
    sum += p + q + (r + s) + (t + u + (v + w));
  }
  for (const square of squares) sum += square;
  return sum;
}

/** Clouds with what is hard: duplicates, ties, lines, places far apart, sizes whose squares leave the range of doubles. */
const hardCloud = (dim: number) =>
  fc
    .record({
      scale: fc.constantFrom(1, 1, 1e-150, 1e-160, 1e-170, 1e140, 1e150),
      places: fc.array(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: dim, maxLength: dim }), { minLength: 1, maxLength: 12 }),
      steps: fc.array(fc.tuple(fc.nat(11), fc.integer({ min: 0, max: 3 }), fc.nat(dim - 1)), { minLength: 2, maxLength: 90 }),
    })
    .map(({ scale, places, steps }): Cloud => {
      const rows = steps.map(([place, step, axis]) =>
        places[place % places.length].map((value, a) => scale * (value + (a === axis ? step * 0.25 : 0))),
      );
      return cloudOf(rows);
    });

const clouds = fc.integer({ min: 1, max: 10 }).chain((dim) => fc.tuple(hardCloud(dim), hardCloud(dim)));

test('radii and ball counts are to the last bit those of every pair, whatever the clouds', () => {
  fc.assert(
    fc.property(clouds, fc.nat(7), ([real, synthetic], wanted) => {
      const k = 1 + (wanted % (real.count - 1));
      const radii = finish(squaredRadii(real, k));
      for (let i = 0; i < real.count; i++) {
        const others = Array.from({ length: real.count }, (_, j) => plainDistance(real, i, real, j)).filter((_, j) => j !== i);
        expect(radii[i]).toBe(others.sort((a, b) => a - b)[k - 1]);
      }
      const covered = new Set<number>();
      const strict = Array.from(radii, (radius, i) => {
        const across = Array.from({ length: synthetic.count }, (_, j) => plainDistance(real, i, synthetic, j));
        for (const [j, distance] of across.entries()) if (distance <= radius) covered.add(j);
        return across.filter((distance) => distance < radius).length;
      });
      expect(finish(countInBalls(real, radii, synthetic))).toEqual({
        covered: covered.size,
        strictPairs: strict.reduce((sum, inside) => sum + inside, 0),
        occupied: strict.filter((inside) => inside > 0).length,
      });
    }),
    { numRuns: 300, seed: 14 },
  );
});

test('pairs in WebAssembly have the bits of those in TypeScript', () => {
  const found = <Result>(pairs: PairNeighbours<Result> | null, count: number): Result | null => {
    if (!pairs) return null;
    const middle = 4 * Math.floor(count / 8);
    pairs.rows(0, middle);
    pairs.rows(middle, count);
    const result = pairs.result();
    pairs.close();
    return result;
  };
  const inManyDimensions = fc.integer({ min: 5, max: 20 }).chain((dim) => fc.tuple(hardCloud(dim), hardCloud(dim)));
  fc.assert(
    fc.property(inManyDimensions, fc.nat(7), ([real, synthetic], wanted) => {
      const k = 1 + (wanted % (real.count - 1));
      const radii = found(kernelNearest(real, k), real.count);
      expect(radii).toEqual(found(plainNearest(real, k), real.count));
      const balls = found(kernelBalls(real, radii ?? new Float64Array(), synthetic), real.count);
      const plain = found(plainBalls(real, radii ?? new Float64Array(), synthetic), real.count);
      expect(balls?.covered).toEqual(plain?.covered);
      expect(Array.from(balls?.strict ?? [])).toEqual(Array.from(plain?.strict ?? []));
    }),
    { numRuns: 150, seed: 14 },
  );
});

test('a large cloud that collapsed to few places is searched as exactly', () => {
  const rng = createRng(7);
  const cloud = { count: 3000, dim: 2, values: Float64Array.from({ length: 6000 }, (_, i) => (i < 4000 ? i % 2 : rng.normal())) };
  const radii = finish(squaredRadii(cloud, 5));
  for (let i = 0; i < cloud.count; i += 97) {
    const others = Array.from({ length: cloud.count }, (_, j) => plainDistance(cloud, i, cloud, j)).filter((_, j) => j !== i);
    expect(radii[i]).toBe(others.sort((a, b) => a - b)[4]);
  }
  let strictPairs = 0;
  for (let i = 0; i < cloud.count; i++) {
    for (let j = 0; j < cloud.count; j++) {
      const [dx, dy] = [cloud.values[2 * i] - cloud.values[2 * j], cloud.values[2 * i + 1] - cloud.values[2 * j + 1]];
      if (dx * dx + dy * dy < radii[i]) strictPairs++;
    }
  }
  expect(finish(countInBalls(cloud, radii, cloud))).toEqual({ covered: 3000, strictPairs, occupied: 1000 });
});

test('duplicates are neighbours at distance 0: such a ball covers its own point and holds nothing strictly', () => {
  const twins = cloudOf([
    [1, 1],
    [1, 1],
    [5, 5],
  ]);
  const radii = finish(squaredRadii(twins, 1));
  expect([...radii]).toEqual([0, 0, 32]);
  expect(finish(countInBalls(twins, radii, cloudOf([[1, 1]])))).toEqual({ covered: 1, strictPairs: 0, occupied: 0 });
});

test('passes over all pairs in WebAssembly have the bits of those in TypeScript', () => {
  const found = (passes: PairPasses | null, low: number, high: number) => {
    if (!passes) return null;
    const histogram = finish(passes.count(low, high));
    const size = histogram.counts.reduce((sum, number) => sum + number, 0);
    const gathered = finish(passes.gather(low, high, size)).sort();
    passes.close();
    return { histogram, gathered };
  };
  const parts = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(clouds, parts, ([cloud], [one, other]) => {
      const all = distances(cloud, cloud).flat();
      const largest = all.reduce((most, distance) => Math.max(most, distance), 0);
      const [low, high] = [Math.min(one, other) * largest, Math.max(one, other) * largest];
      const kernels = found(kernelPasses(cloud), low, high);
      expect(kernels).not.toBeNull();
      expect(kernels).toEqual(found(plainPasses(cloud), low, high));
    }),
    { numRuns: 200, seed: 14 },
  );
});

test('the median pairwise distance is that of the sorted distances', () => {
  const rng = createRng(4);
  for (const count of [2, 3, 4, 500]) {
    const cloud = { count, dim: 2, values: Float64Array.from({ length: 2 * count }, () => rng.normal()) };
    const all = distances(cloud, cloud)
      .flatMap((row, i) => row.slice(i + 1))
      .sort((a, b) => a - b);
    const middle = (Math.sqrt(all[Math.floor((all.length - 1) / 2)]) + Math.sqrt(all[Math.floor(all.length / 2)])) / 2;
    expect(finish(medianPairwiseDistance(cloud))).toBe(middle);
  }
});

test('the median survives ties, an outlier that fills one bin, and middle ranks in two bins', () => {
  const same = cloudOf(Array.from({ length: 400 }, () => [3, 3]));
  expect(finish(medianPairwiseDistance(same))).toBe(0);
  const outlier = cloudOf([[1e9], ...Array.from({ length: 400 }, (_, i) => [i % 2])]);
  expect(finish(medianPairwiseDistance(outlier))).toBe(1);
  expect(finish(medianPairwiseDistance(cloudOf([[0]])))).toBeNaN();
});
