import ln from '@stdlib/math-base-special-ln';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rng } from '../../contracts';
import { exp } from '../../math/exp';
import { finish } from '../../math/steps';
import { createRng } from '../../rng';
import { emFloat64 } from './emFloat64';
import { kernelRows } from './emKernels';
import { plainRows } from './emRows';
import { componentFactors, exactly, type Mixture } from './mixture';
import { seedMixture } from './seeding';

// The algorithms as they are written down, without anything that makes them fast.

const EMPTY = 10 * Number.EPSILON;

interface Points {
  readonly values: Float64Array;
  readonly count: number;
  readonly dim: number;
  readonly times: Float64Array | null;
}

const timesOf = ({ times }: Points, n: number): number => (times ? times[n] : 1);

function squared(a: Float64Array, i: number, b: Float64Array, j: number, dim: number): number {
  let sum = 0;
  for (let axis = 0; axis < dim; axis++) sum += (a[i * dim + axis] - b[j * dim + axis]) ** 2;
  return sum;
}

function plainSeeds(points: Points, components: number, rng: Rng): Float64Array {
  const { values, count, dim, times } = points;
  const centres = new Float64Array(components * dim);
  const closerBy = (point: number, before: Float64Array) => before.map((value, n) => Math.min(value, squared(values, n, values, point, dim)));
  const potentialOf = (closest: Float64Array) => closest.reduce((sum, value, n) => sum + timesOf(points, n) * value, 0);
  const drawn = (shares: Float64Array, total: number) => {
    const target = total * rng.uniform();
    let sum = 0;
    const found = shares.findIndex((share) => {
      sum += share;
      return sum > target;
    });
    return found >= 0 ? found : count - 1;
  };
  const anyPoint = () =>
    times
      ? drawn(
          times,
          times.reduce((sum, counts) => sum + counts, 0),
        )
      : rng.integer(count);
  const place = (k: number, n: number) => centres.set(values.subarray(n * dim, (n + 1) * dim), k * dim);
  const first = anyPoint();
  place(0, first);
  let closest = closerBy(first, new Float64Array(count).fill(Infinity));
  for (let k = 1; k < components; k++) {
    const potential = potentialOf(closest);
    let best = { potential: Infinity, point: 0, closest };
    for (let candidate = 0; candidate < 2 + Math.floor(ln(components)); candidate++) {
      const shares = closest.map((value, n) => timesOf(points, n) * value);
      const point = potential > 0 ? drawn(shares, potential) : anyPoint();
      const left = closerBy(point, closest);
      if (potentialOf(left) < best.potential) best = { potential: potentialOf(left), point, closest: left };
    }
    closest = best.closest;
    place(k, best.point);
  }
  return centres;
}

function plainStart(points: Points, components: number, floor: number, rng: Rng): Mixture {
  const { values, count, dim } = points;
  const centres = plainSeeds(points, components, rng);
  const nearest = new Uint32Array(count);
  for (let round = 0; round < 50; round++) {
    const [sizes, sums] = [new Float64Array(components), new Float64Array(components * dim)];
    let moved = false;
    for (let n = 0; n < count; n++) {
      let best = 0;
      for (let k = 1; k < components; k++) if (squared(values, n, centres, k, dim) < squared(values, n, centres, best, dim)) best = k;
      moved ||= nearest[n] !== best;
      nearest[n] = best;
      sizes[best] += timesOf(points, n);
      for (let axis = 0; axis < dim; axis++) sums[best * dim + axis] += timesOf(points, n) * values[n * dim + axis];
    }
    if (!moved && round > 0) break;
    for (let k = 0; k < components; k++) {
      if (sizes[k] > 0) for (let axis = 0; axis < dim; axis++) centres[k * dim + axis] = sums[k * dim + axis] / sizes[k];
    }
  }
  const shares = Array.from(nearest, (best, n) => Float64Array.from({ length: components }, (_, k) => (k === best ? timesOf(points, n) : 0)));
  return plainMaximisation(points, shares, floor);
}

/** Responsibilities by row, [count][K], times how many times each counts, and the mean log density. */
function plainExpectation(points: Points, mixture: Mixture): { shares: Float64Array[]; mean: number } {
  const { values, count, dim } = points;
  const factors = componentFactors(mixture);
  const constants = mixture.weights.map((weight, k) => {
    let halfLogDet = 0;
    for (let i = 0; i < dim; i++) halfLogDet += ln(factors[(k * dim + i) * dim + i]);
    return ln(weight) - 0.5 * dim * 1.8378770664093453 - halfLogDet;
  });
  let total = 0;
  const shares = Array.from({ length: count }, (_, n) => {
    const densities = constants.map((constant, k) => {
      const whitened: number[] = [];
      let squares = 0;
      for (let i = 0; i < dim; i++) {
        const base = (k * dim + i) * dim;
        let rest = values[n * dim + i] - mixture.means[k * dim + i];
        for (let j = 0; j < i; j++) rest -= factors[base + j] * whitened[j];
        whitened[i] = rest / factors[base + i];
        squares += whitened[i] * whitened[i];
      }
      return constant - 0.5 * squares;
    });
    const highest = densities.reduce((most, density) => (density > most ? density : most), -Infinity);
    const parts = densities.map((density) => exp(density - highest));
    const sum = parts.reduce((before, part) => before + part, 0);
    total += timesOf(points, n) * (highest + ln(sum));
    return parts.map((part) => timesOf(points, n) * (part / sum));
  });
  return { shares, mean: total / count };
}

function plainMaximisation({ values, dim }: Points, shares: readonly Float64Array[], floor: number): Mixture {
  const components = shares[0].length;
  const sizes = new Float64Array(components).fill(EMPTY);
  const means = new Float64Array(components * dim);
  for (const [n, row] of shares.entries()) {
    for (const [k, share] of row.entries()) {
      if (share === 0) continue;
      sizes[k] += share;
      for (let i = 0; i < dim; i++) means[k * dim + i] += share * values[n * dim + i];
    }
  }
  for (let at = 0; at < means.length; at++) means[at] /= sizes[Math.floor(at / dim)];
  const covariances = new Float64Array(components * dim * dim);
  for (const [n, row] of shares.entries()) {
    for (const [k, share] of row.entries()) {
      if (share === 0) continue;
      for (let i = 0; i < dim; i++) {
        const away = share * (values[n * dim + i] - means[k * dim + i]);
        for (let j = 0; j <= i; j++) covariances[(k * dim + i) * dim + j] += away * (values[n * dim + j] - means[k * dim + j]);
      }
    }
  }
  for (let k = 0; k < components; k++) {
    for (let i = 0; i < dim; i++) {
      for (let j = 0; j <= i; j++) {
        const value = covariances[(k * dim + i) * dim + j] / sizes[k] + (i === j ? floor : 0);
        covariances[(k * dim + i) * dim + j] = value;
        covariances[(k * dim + j) * dim + i] = value;
      }
    }
  }
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return { dim, weights: sizes.map((size) => size / total), means, covariances };
}

function plainEm(points: Points, start: Mixture, floor: number, iterations: number) {
  let mixture = start;
  for (let i = 0; i < iterations; i++) mixture = plainMaximisation(points, plainExpectation(points, mixture).shares, floor);
  return { mixture, meanLogLikelihood: plainExpectation(points, mixture).mean };
}

/** Clusters of every width and points that coincide, at sizes from tiny to huge. */
const hardPoints = fc.record({
  dim: fc.constantFrom(1, 2, 2, 2, 3),
  count: fc.integer({ min: 2, max: 150 }),
  clusters: fc.integer({ min: 1, max: 6 }),
  width: fc.constantFrom(0, 1e-6, 0.1, 1),
  scale: fc.constantFrom(1, 1, 1e-100, 1e-140, 1e60),
  components: fc.integer({ min: 1, max: 9 }),
  weighs: fc.boolean(),
  seed: fc.nat(1e6),
});

type Hard = typeof hardPoints extends fc.Arbitrary<infer Value> ? Value : never;

/** With weights, the first points count more, as the real samples of a training set may; some of the others not alike. */
function pointsOf({ dim, count, clusters, width, scale, weighs, seed }: Hard): Points {
  const rng = createRng(seed);
  const centres = Float64Array.from({ length: clusters * dim }, () => 3 * rng.normal());
  const values = new Float64Array(count * dim);
  for (let n = 0; n < count; n++) {
    const cluster = rng.integer(clusters);
    for (let i = 0; i < dim; i++) values[n * dim + i] = scale * (centres[cluster * dim + i] + width * rng.normal());
  }
  const real = rng.integer(count);
  const times = weighs ? Float64Array.from({ length: count }, (_, n) => (n < real ? 2.1 : n % 7 === 0 ? 0.3 : 0.6)) : null;
  return { values, count, dim, times };
}

test('starts are to the last bit those of greedy k-means++ and Lloyd’s algorithm as written down', () => {
  fc.assert(
    fc.property(hardPoints, (hard) => {
      const points = pointsOf(hard);
      const floor = 1e-6 * hard.scale * hard.scale;
      const [ours, theirs] = [createRng(hard.seed).fork('fit'), createRng(hard.seed).fork('fit')];
      const start = finish(seedMixture(points, hard.components, floor, ours));
      expect(start).toEqual(plainStart(points, hard.components, floor, theirs));
      expect(ours.uniform()).toBe(theirs.uniform());
    }),
    { numRuns: 150, seed: 14 },
  );
});

test('EM is to the last bit that of its formulas, row by row', () => {
  fc.assert(
    fc.property(hardPoints, fc.integer({ min: 1, max: 12 }), (hard, iterations) => {
      const points = pointsOf({ ...hard, scale: 1 });
      const floor = hard.width === 0 ? 1e-6 : 1e-12;
      const start = plainStart(points, hard.components, floor, createRng(hard.seed));
      const { mixture, meanLogLikelihood } = finish(emFloat64({ ...points, start, structure: 'full', floor }, exactly(iterations)));
      expect({ mixture, meanLogLikelihood }).toEqual(plainEm(points, start, floor, iterations));
    }),
    { numRuns: 120, seed: 14 },
  );
});

test('the loops in WebAssembly have the bits of those in TypeScript, in blocks however cut', () => {
  fc.assert(
    fc.property(hardPoints, fc.nat(80), (hard, cut) => {
      const points = pointsOf({ ...hard, dim: 2, scale: 1 });
      const { count, dim } = points;
      const { components } = hard;
      const mixture = plainStart(points, components, 1e-9, createRng(hard.seed));
      const factors = componentFactors(mixture);
      const constants = mixture.weights.map((weight) => ln(weight) - 1);
      const middle = Math.min(count, 2 * Math.floor(cut / 2));
      const kernels = kernelRows(points, components);
      expect(kernels).not.toBeNull();
      const [inKernels, inPlain] = [kernels ?? [], plainRows(points, new Float64Array(count * components))].flat().map((rows) => {
        const sums = { sizes: new Float64Array(components), means: new Float64Array(components * dim) };
        const covariances = new Float64Array(components * 4);
        let total = 0;
        for (const [from, to] of [
          [0, middle],
          [middle, count],
        ] as const) {
          total = rows.expect(from, to, mixture, factors, constants, total);
          rows.addMeans(from, to, sums);
          rows.addCovariances(from, to, mixture.means, covariances);
        }
        rows.close();
        return { total, sums, covariances };
      });
      expect(inKernels).toEqual(inPlain);
    }),
    { numRuns: 150, seed: 14 },
  );
});
