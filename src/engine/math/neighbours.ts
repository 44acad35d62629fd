import type { Cloud } from '../contracts';
import { treeOf } from './pointTree';
import { inPortions } from './steps';
import { ballsInTree, countCovered, nearestInTree, noneCovered } from './treeNeighbours';

/** Up to this dimension a tree beats comparing every pair. */
const TREE_DIM = 6;
/** what a search takes, as sums of products */
const TREE_OPERATIONS = 1000;

/** What `countInBalls` finds. */
export interface BallCounts {
  /** points inside at least one ball, its boundary included */
  readonly covered: number;
  /** pairs of a point and a ball with the point strictly inside */
  readonly strictPairs: number;
  /** balls with at least one point strictly inside */
  readonly occupied: number;
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
  if (dim <= TREE_DIM) {
    const tree = treeOf(cloud);
    const squared = new Float64Array(count);
    yield* inPortions(count, TREE_OPERATIONS, (from, to) => nearestInTree(tree, k, from, to, squared));
    return squared;
  }
  const nearest = new Float64Array(count * k).fill(Infinity);
  yield* inPortions(count, count * dim, (from, to) => pairNearest(cloud, nearest, k, from, to));
  return Float64Array.from({ length: count }, (_, i) => nearest[i * k + k - 1]);
}

/**
 * Which `points` lie in the balls of squared radius `squaredRadii` [centres.count] around `centres`.
 *
 * Covered counts d <= r, the other two d < r, so that a ball of radius 0 covers its duplicates but holds nothing strictly.
 */
export function* countInBalls(centres: Cloud, squaredRadii: Float64Array, points: Cloud): Generator<void, BallCounts> {
  const { count, dim } = points;
  const strict = new Uint32Array(centres.count);
  if (count > 0 && dim <= TREE_DIM) {
    const tree = treeOf(points);
    const covered = noneCovered(tree);
    // a ball whose edge cuts many boxes looks at many points
    yield* inPortions(centres.count, count, (from, to) => ballsInTree(centres.values, squaredRadii, tree, from, to, covered, strict));
    return totals(countCovered(tree, covered), strict);
  }
  const covered = new Uint8Array(count);
  yield* inPortions(centres.count, count * dim, (from, to) => {
    for (let i = from; i < to; i++) strict[i] = scanBall(centres.values, i * dim, squaredRadii[i], points, covered);
  });
  return totals(
    covered.reduce((sum, flag) => sum + flag, 0),
    strict,
  );
}

function totals(covered: number, strict: Uint32Array): BallCounts {
  let strictPairs = 0;
  let occupied = 0;
  for (const inside of strict) {
    strictPairs += inside;
    if (inside > 0) occupied++;
  }
  return { covered, strictPairs, occupied };
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
