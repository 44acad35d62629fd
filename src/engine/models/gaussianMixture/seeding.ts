import ln from '@stdlib/math-base-special-ln';
import type { Rng } from '../../contracts';
import { inPortions } from '../../math/steps';
import { maximisation } from './emFloat64';
import type { Mixture } from './mixture';

const LLOYD_LIMIT = 50;

/**
 * A start for EM: greedy k-means++ seeds (2 + ln K candidates each), Lloyd's algorithm to convergence (at most 50 rounds), and one M step
 * on its hard assignment (contract Sect. 1.2). values [count, dim]; duplicates are fine, a cluster left empty gets weight near 0.
 * In steps.
 */
export function* seedMixture(
  values: Float64Array,
  count: number,
  dim: number,
  components: number,
  floor: number,
  rng: Rng,
): Generator<void, Mixture> {
  const centres = yield* greedySeeds(values, count, dim, components, rng);
  const nearest = yield* lloyd(values, count, dim, centres);
  const assignment = new Float64Array(count * components);
  for (let n = 0; n < count; n++) assignment[nearest[n] * count + n] = 1;
  return yield* maximisation(values, count, dim, assignment, floor);
}

function squaredDistance(a: Float64Array, i: number, b: Float64Array, j: number, dim: number): number {
  let sum = 0;
  for (let axis = 0; axis < dim; axis++) {
    const difference = a[i * dim + axis] - b[j * dim + axis];
    sum += difference * difference;
  }
  return sum;
}

/** Arthur and Vassilvitskii's seeding; of several candidates per seed the one that leaves the least total distance is kept. */
function* greedySeeds(values: Float64Array, count: number, dim: number, components: number, rng: Rng): Generator<void, Float64Array> {
  const candidates = 2 + Math.floor(ln(components));
  const centres = new Float64Array(components * dim);
  const place = (k: number, n: number) => centres.set(values.subarray(n * dim, (n + 1) * dim), k * dim);
  const first = rng.integer(count);
  place(0, first);
  let { closest, potential } = yield* closerBy(values, count, dim, first, new Float64Array(count).fill(Number.POSITIVE_INFINITY));
  for (let k = 1; k < components; k++) {
    let best = { potential: Number.POSITIVE_INFINITY, point: 0, closest };
    for (let candidate = 0; candidate < candidates; candidate++) {
      const point = potential > 0 ? drawByWeight(closest, potential * rng.uniform()) : rng.integer(count);
      const left = yield* closerBy(values, count, dim, point, closest);
      if (left.potential < best.potential) best = { ...left, point };
    }
    ({ closest, potential } = best);
    place(k, best.point);
  }
  return centres;
}

/** Squared distances [count] to the closest of the seeds that there were and the one that this point would be, and their sum. */
function* closerBy(
  values: Float64Array,
  count: number,
  dim: number,
  point: number,
  before: Float64Array,
): Generator<void, { readonly closest: Float64Array; readonly potential: number }> {
  const closest = new Float64Array(count);
  let potential = 0;
  yield* inPortions(count, 4 * dim, (from, to) => {
    for (let n = from; n < to; n++) {
      closest[n] = Math.min(before[n], squaredDistance(values, n, values, point, dim));
      potential += closest[n];
    }
  });
  return { closest, potential };
}

/** The first index at which the running sum of weights passes `target`. */
function drawByWeight(weights: Float64Array, target: number): number {
  let sum = 0;
  for (let n = 0; n < weights.length; n++) {
    sum += weights[n];
    if (sum > target) return n;
  }
  return weights.length - 1;
}

/** Gives each point of `from` to `to` its nearest centre, and counts and sums the points of each; whether some point changed sides. */
function assign(
  values: Float64Array,
  from: number,
  to: number,
  dim: number,
  centres: Float64Array,
  nearest: Uint32Array,
  sizes: Float64Array,
  sums: Float64Array,
): boolean {
  let moved = false;
  for (let n = from; n < to; n++) {
    let best = 0;
    let shortest = Number.POSITIVE_INFINITY;
    for (let k = 0; k < sizes.length; k++) {
      const distance = squaredDistance(values, n, centres, k, dim);
      if (distance < shortest) {
        shortest = distance;
        best = k;
      }
    }
    moved ||= nearest[n] !== best;
    nearest[n] = best;
    sizes[best]++;
    for (let axis = 0; axis < dim; axis++) sums[best * dim + axis] += values[n * dim + axis];
  }
  return moved;
}

/** Moves `centres` [K, dim] to the means of their points until no point changes sides; returns each point's centre. An empty one stays where it is. */
function* lloyd(values: Float64Array, count: number, dim: number, centres: Float64Array): Generator<void, Uint32Array> {
  const components = centres.length / dim;
  const nearest = new Uint32Array(count);
  const sizes = new Float64Array(components);
  const sums = new Float64Array(centres.length);
  for (let round = 0; round < LLOYD_LIMIT; round++) {
    sizes.fill(0);
    sums.fill(0);
    let moved = false;
    yield* inPortions(count, components * (2 * dim + 5), (from, to) => {
      if (assign(values, from, to, dim, centres, nearest, sizes, sums)) moved = true;
    });
    if (!moved && round > 0) break;
    for (let k = 0; k < components; k++) {
      if (sizes[k] === 0) continue;
      for (let axis = 0; axis < dim; axis++) centres[k * dim + axis] = sums[k * dim + axis] / sizes[k];
    }
  }
  return nearest;
}
