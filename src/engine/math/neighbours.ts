import type { Cloud } from '../contracts';
import { widthAlong } from './moments';
import { inPortions } from './steps';

/** Up to this dimension a sweep along the widest axis beats comparing every pair. */
const SWEEP_DIM = 3;

/** What `countInBalls` finds. */
export interface BallCounts {
  /** points inside at least one ball, its boundary included */
  readonly covered: number;
  /** pairs of a point and a ball with the point strictly inside */
  readonly strictPairs: number;
  /** balls with at least one point strictly inside */
  readonly occupied: number;
}

/** A cloud in ascending order of its widest axis. */
interface Sorted {
  readonly axis: number;
  /** row in the cloud at each position [count] */
  readonly rows: Uint32Array;
  /** coordinates in sorted order [count, dim] */
  readonly values: Float64Array;
}

/**
 * Squared distance r_i^2 from each row to its k-th nearest other row (Kynkaanniemi et al. 2019). A row is excluded from its own
 * neighbours by index: a duplicate is a neighbour at distance 0.
 *
 * Distances are direct differences summed in the order of the coordinates, as in `countInBalls`: equal distances compare equal.
 * @param k 1 .. count - 1
 * @returns [count]
 */
export function* squaredRadii(cloud: Cloud, k: number): Generator<void, Float64Array> {
  const { count, dim } = cloud;
  const nearest = new Float64Array(count * k).fill(Infinity);
  if (dim <= SWEEP_DIM) {
    const sorted = sortAlongWidest(cloud);
    yield* inPortions(count, count * dim, (from, to) => sweepNearest(sorted, dim, nearest, k, from, to));
    const radii = new Float64Array(count);
    for (let p = 0; p < count; p++) radii[sorted.rows[p]] = nearest[p * k + k - 1];
    return radii;
  }
  yield* inPortions(count, count * dim, (from, to) => pairNearest(cloud, nearest, k, from, to));
  return Float64Array.from({ length: count }, (_, i) => nearest[i * k + k - 1]);
}

/**
 * Which `points` lie in the balls of squared radius `squaredRadii` [centres.count] around `centres`.
 *
 * Covered counts d <= r, the other two d < r, so that a ball of radius 0 covers its duplicates but holds nothing strictly.
 */
export function* countInBalls(centres: Cloud, squaredRadii: Float64Array, points: Cloud): Generator<void, BallCounts> {
  const { dim } = points;
  const covered = new Uint8Array(points.count);
  const strictPerBall = new Uint32Array(centres.count);
  const sorted = dim <= SWEEP_DIM ? sortAlongWidest(points) : null;
  yield* inPortions(centres.count, points.count * dim, (from, to) => {
    for (let i = from; i < to; i++) {
      const limit = squaredRadii[i];
      strictPerBall[i] = sorted
        ? sweepBall(centres.values, i * dim, limit, sorted, dim, covered)
        : scanBall(centres.values, i * dim, limit, points, covered);
    }
  });
  let strictPairs = 0;
  let occupied = 0;
  for (const inside of strictPerBall) {
    strictPairs += inside;
    if (inside > 0) occupied++;
  }
  return { covered: covered.reduce((sum, flag) => sum + flag, 0), strictPairs, occupied };
}

/**
 * Squared distance between row offsets `i` of `a` and `j` of `b`. Beyond `limit` it may stop early: the value is then a lower bound
 * that still exceeds `limit` (partial sums of squares never fall).
 */
function squaredDistance(a: Float64Array, i: number, b: Float64Array, j: number, dim: number, limit: number): number {
  let sum = 0;
  let c = 0;
  for (; c + 8 <= dim; c += 8) {
    const d0 = a[i + c] - b[j + c];
    const d1 = a[i + c + 1] - b[j + c + 1];
    const d2 = a[i + c + 2] - b[j + c + 2];
    const d3 = a[i + c + 3] - b[j + c + 3];
    const d4 = a[i + c + 4] - b[j + c + 4];
    const d5 = a[i + c + 5] - b[j + c + 5];
    const d6 = a[i + c + 6] - b[j + c + 6];
    const d7 = a[i + c + 7] - b[j + c + 7];
    sum += d0 * d0 + d1 * d1 + (d2 * d2 + d3 * d3) + (d4 * d4 + d5 * d5 + (d6 * d6 + d7 * d7));
    if (sum > limit) return sum;
  }
  for (; c < dim; c++) {
    const d = a[i + c] - b[j + c];
    sum += d * d;
  }
  return sum;
}

/** Insert `value` into the ascending list of the k smallest at `list[start .. start + k)`; it is known to be below the last. */
function insertSmallest(list: Float64Array, start: number, k: number, value: number): void {
  let slot = start + k - 1;
  while (slot > start && list[slot - 1] > value) {
    list[slot] = list[slot - 1];
    slot--;
  }
  list[slot] = value;
}

/** Every pair (i, j > i) for rows i in [from, to): fills the k nearest of both. */
function pairNearest({ count, dim, values }: Cloud, nearest: Float64Array, k: number, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const startI = i * k;
    for (let j = i + 1; j < count; j++) {
      const startJ = j * k;
      const worstI = nearest[startI + k - 1];
      const worstJ = nearest[startJ + k - 1];
      const squared = squaredDistance(values, i * dim, values, j * dim, dim, worstI > worstJ ? worstI : worstJ);
      if (squared < worstI) insertSmallest(nearest, startI, k, squared);
      if (squared < worstJ) insertSmallest(nearest, startJ, k, squared);
    }
  }
}

/** For positions [from, to) walk outwards along the axis, nearer side first, until the axis alone is farther than the k-th nearest. */
function sweepNearest({ axis, values }: Sorted, dim: number, nearest: Float64Array, k: number, from: number, to: number): void {
  const count = values.length / dim;
  for (let p = from; p < to; p++) {
    const here = values[p * dim + axis];
    const start = p * k;
    let left = p - 1;
    let right = p + 1;
    for (;;) {
      const gapLeft = left >= 0 ? here - values[left * dim + axis] : Infinity;
      const gapRight = right < count ? values[right * dim + axis] - here : Infinity;
      const gap = gapLeft < gapRight ? gapLeft : gapRight;
      const worst = nearest[start + k - 1];
      if (!(gap * gap < worst)) break;
      const other = gapLeft < gapRight ? left-- : right++;
      const squared = squaredDistance(values, p * dim, values, other * dim, dim, worst);
      if (squared < worst) insertSmallest(nearest, start, k, squared);
    }
  }
}

/** Points in one ball by looking at all; marks the covered, returns the number strictly inside. */
function scanBall(centre: Float64Array, offset: number, limit: number, points: Cloud, covered: Uint8Array): number {
  const { count, dim, values } = points;
  let strict = 0;
  for (let j = 0; j < count; j++) {
    const squared = squaredDistance(centre, offset, values, j * dim, dim, limit);
    if (squared <= limit) {
      covered[j] = 1;
      if (squared < limit) strict++;
    }
  }
  return strict;
}

/** Points in one ball by walking along the axis from the centre, both ways, as far as the radius reaches. */
function sweepBall(centre: Float64Array, offset: number, limit: number, { axis, values }: Sorted, dim: number, covered: Uint8Array): number {
  const count = values.length / dim;
  const here = centre[offset + axis];
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle * dim + axis] < here) low = middle + 1;
    else high = middle;
  }
  let strict = 0;
  for (let direction = -1; direction <= 1; direction += 2) {
    for (let p = direction < 0 ? low - 1 : low; p >= 0 && p < count; p += direction) {
      const gap = values[p * dim + axis] - here;
      if (gap * gap > limit) break;
      const squared = squaredDistance(centre, offset, values, p * dim, dim, limit);
      if (squared <= limit) {
        covered[p] = 1;
        if (squared < limit) strict++;
      }
    }
  }
  return strict;
}

function sortAlongWidest({ count, dim, values }: Cloud): Sorted {
  let axis = 0;
  let widest = -1;
  for (let a = 0; a < dim; a++) {
    const width = widthAlong(values, dim, a);
    if (width > widest) {
      widest = width;
      axis = a;
    }
  }
  const rows = Uint32Array.from({ length: count }, (_, i) => i).sort((i, j) => values[i * dim + axis] - values[j * dim + axis] || i - j);
  const sortedValues = new Float64Array(count * dim);
  for (let p = 0; p < count; p++) {
    for (let a = 0; a < dim; a++) sortedValues[p * dim + a] = values[rows[p] * dim + a];
  }
  return { axis, rows, values: sortedValues };
}
