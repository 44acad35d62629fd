import { expect, test } from 'vitest';
import type { Cloud } from '../contracts';
import { createRng } from '../rng';
import { countInBalls, squaredRadii } from './neighbours';
import { medianPairwiseDistance } from './pairwiseMedian';
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
