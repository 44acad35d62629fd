import type { Rng } from '../../contracts';
import { ln } from '../../math/ln';
import { inPortions } from '../../math/steps';
import { maximisation } from './emFloat64';
import type { RowsOfPoints } from './emRows';
import type { Mixture } from './mixture';

const LLOYD_LIMIT = 50;

/**
 * A start for EM: greedy k-means++ seeds (2 + ln K candidates each), Lloyd's algorithm to convergence (at most 50 rounds), and one M step
 * on its hard assignment (contract Sect. 1.2). Points are drawn, and count in every sum, in proportion to how many times each counts. Duplicates
 * are fine, a cluster left empty gets weight near 0. In steps.
 */
export function* seedMixture(points: RowsOfPoints, components: number, floor: number, rng: Rng): Generator<void, Mixture> {
  const { count } = points;
  const times = points.times ?? new Float64Array(count).fill(1);
  const centres = yield* greedySeeds(points, times, components, rng);
  const nearest = yield* lloyd(points, times, centres);
  const assignment = new Float64Array(count * components);
  for (let n = 0; n < count; n++) assignment[nearest[n] * count + n] = times[n];
  return yield* maximisation(points, assignment, floor);
}

function squaredDistance(a: Float64Array, i: number, b: Float64Array, j: number, dim: number): number {
  if (dim === 2) {
    const x = a[2 * i] - b[2 * j];
    const y = a[2 * i + 1] - b[2 * j + 1];
    return x * x + y * y;
  }
  let sum = 0;
  for (let axis = 0; axis < dim; axis++) {
    const difference = a[i * dim + axis] - b[j * dim + axis];
    sum += difference * difference;
  }
  return sum;
}

/** Arthur and Vassilvitskii's seeding; of several candidates per seed the one that leaves the least total distance is kept. */
function* greedySeeds(points: RowsOfPoints, times: Float64Array, components: number, rng: Rng): Generator<void, Float64Array> {
  const { values, count, dim } = points;
  const candidates = new Uint32Array(2 + Math.floor(ln(components)));
  const centres = new Float64Array(components * dim);
  const anyPoint = points.times ? drawerOf(points.times, rng) : () => rng.integer(count);
  // squared distances to the closest seed, and the running sums of these, each as many times as its point counts
  const closest = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const sums = new Float64Array(count);
  function* place(k: number, point: number): Generator<void, void> {
    centres.set(values.subarray(point * dim, (point + 1) * dim), k * dim);
    yield* inPortions(count, 4 * dim, (from, to) => lowerClosest(values, times, from, to, dim, point, closest, sums));
  }
  yield* place(0, anyPoint());
  for (let k = 1; k < components; k++) {
    const potential = sums[count - 1];
    for (let c = 0; c < candidates.length; c++) {
      candidates[c] = potential > 0 ? firstBeyond(sums, potential * rng.uniform()) : anyPoint();
    }
    const left = new Float64Array(candidates.length);
    yield* inPortions(count, 16 * dim * candidates.length, (from, to) => addPotentials(values, times, from, to, dim, candidates, closest, left));
    let best = 0;
    for (let c = 1; c < candidates.length; c++) if (left[c] < left[best]) best = c;
    yield* place(k, candidates[best]);
  }
  return centres;
}

/** Draws points in proportion to how many times each counts. */
function drawerOf(times: Float64Array, rng: Rng): () => number {
  let sum = 0;
  const sums = times.map((counts) => {
    sum += counts;
    return sum;
  });
  return () => firstBeyond(sums, sum * rng.uniform());
}

/** A seed is placed at `point`: lowers `closest`, and sums it, of rows `from` to `to`. */
function lowerClosest(
  values: Float64Array,
  times: Float64Array,
  from: number,
  to: number,
  dim: number,
  point: number,
  closest: Float64Array,
  sums: Float64Array,
): void {
  let sum = from > 0 ? sums[from - 1] : 0;
  for (let n = from; n < to; n++) {
    const squared = squaredDistance(values, n, values, point, dim);
    if (squared < closest[n]) closest[n] = squared;
    sum += times[n] * closest[n];
    sums[n] = sum;
  }
}

/** Adds to `left` [candidates] what rows `from` to `to` would leave of the total distance with a seed at each candidate. */
function addPotentials(
  values: Float64Array,
  times: Float64Array,
  from: number,
  to: number,
  dim: number,
  candidates: Uint32Array,
  closest: Float64Array,
  left: Float64Array,
): void {
  for (let c = 0; c < candidates.length; c++) {
    let sum = left[c];
    for (let n = from; n < to; n++) {
      const squared = squaredDistance(values, n, values, candidates[c], dim);
      sum += times[n] * (squared < closest[n] ? squared : closest[n]);
    }
    left[c] = sum;
  }
}

/** The first index at which the running sums pass `target`; the last one if none does. */
function firstBeyond(sums: Float64Array, target: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sums[middle] > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What an assignment to centres works on, and counts. */
interface Assignment {
  readonly values: Float64Array;
  readonly times: Float64Array;
  readonly dim: number;
  /** [K, dim] */
  readonly centres: Float64Array;
  /** each point's centre [count] */
  readonly nearest: Uint32Array;
  /** points of each centre [K], and their sums [K, dim], each as many times as it counts */
  readonly sizes: Float64Array;
  readonly sums: Float64Array;
}

/** Gives each point of `from` to `to` its nearest centre, and counts and sums the points of each; whether some point changed sides. */
function assign({ values, times, dim, centres, nearest, sizes, sums }: Assignment, safe: Float64Array, from: number, to: number): boolean {
  let moved = false;
  for (let n = from; n < to; n++) {
    let best = nearest[n];
    if (!(squaredDistance(values, n, centres, best, dim) < safe[best])) {
      best = nearestOf(values, n, centres, dim, sizes.length);
      moved ||= nearest[n] !== best;
      nearest[n] = best;
    }
    sizes[best] += times[n];
    for (let axis = 0; axis < dim; axis++) sums[best * dim + axis] += times[n] * values[n * dim + axis];
  }
  return moved;
}

/** The first of the centres nearest to row `n`. */
function nearestOf(values: Float64Array, n: number, centres: Float64Array, dim: number, components: number): number {
  let best = 0;
  let shortest = Number.POSITIVE_INFINITY;
  for (let k = 0; k < components; k++) {
    const distance = squaredDistance(values, n, centres, k, dim);
    if (distance < shortest) {
      shortest = distance;
      best = k;
    }
  }
  return best;
}

/** Rounding of squared distances is far below this share of them, where they are normal numbers. */
const MARGIN = 1e-9;
const LEAST = 1e-290;

/** Squared distances from each centre [K] below which no other centre can be as near: those to half of the way to the next centre. */
function safeDistances(centres: Float64Array, dim: number, components: number): Float64Array {
  const safe = new Float64Array(components).fill(Number.POSITIVE_INFINITY);
  for (let k = 0; k < components; k++) {
    for (let other = 0; other < components; other++) {
      if (other !== k) safe[k] = Math.min(safe[k], squaredDistance(centres, k, centres, other, dim) * 0.25 * (1 - MARGIN));
    }
  }
  return safe.map((squared) => (squared > LEAST ? squared : 0));
}

/** Moves `centres` [K, dim] to the means of their points until no point changes sides; returns each point's centre. An empty one stays where it is. */
function* lloyd({ values, count, dim }: RowsOfPoints, times: Float64Array, centres: Float64Array): Generator<void, Uint32Array> {
  const components = centres.length / dim;
  const nearest = new Uint32Array(count);
  const sizes = new Float64Array(components);
  const sums = new Float64Array(centres.length);
  const assignment = { values, times, dim, centres, nearest, sizes, sums };
  for (let round = 0; round < LLOYD_LIMIT; round++) {
    sizes.fill(0);
    sums.fill(0);
    let moved = false;
    const safe = safeDistances(centres, dim, components);
    yield* inPortions(count, components * (4 * dim + 10), (from, to) => {
      if (assign(assignment, safe, from, to)) moved = true;
    });
    if (!moved && round > 0) break;
    for (let k = 0; k < components; k++) {
      if (sizes[k] === 0) continue;
      for (let axis = 0; axis < dim; axis++) centres[k * dim + axis] = sums[k * dim + axis] / sizes[k];
    }
  }
  return nearest;
}
