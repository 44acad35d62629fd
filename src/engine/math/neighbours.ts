import type { Cloud } from '../contracts';
import { ballsOfPairs, nearestOfPairs, type PairNeighbours } from './pairNeighbours';
import { treeOf } from './pointTree';
import { inPortions } from './steps';
import { ballsInTree, countCovered, nearestInTree, noneCovered } from './treeNeighbours';

/** Up to this dimension a tree beats comparing every pair. */
const TREE_DIM = 4;
/** What a search in it takes, as sums of products: these times the square of the dimension. */
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
    yield* inPortions(count, TREE_OPERATIONS * dim * dim, (from, to) => nearestInTree(tree, k, from, to, squared));
    return squared;
  }
  return yield* workOn(nearestOfPairs(cloud, k), count, (count * dim) / 2);
}

/**
 * Which `points` lie in the balls of squared radius `squaredRadii` [centres.count] around `centres`.
 *
 * Covered counts d <= r, the other two d < r, so that a ball of radius 0 covers its duplicates but holds nothing strictly.
 */
export function* countInBalls(centres: Cloud, squaredRadii: Float64Array, points: Cloud): Generator<void, BallCounts> {
  const { count, dim } = points;
  if (count > 0 && dim <= TREE_DIM) {
    const strict = new Uint32Array(centres.count);
    const tree = treeOf(points);
    const covered = noneCovered(tree);
    // a ball whose edge cuts many boxes looks at many points
    yield* inPortions(centres.count, count, (from, to) => ballsInTree(centres.values, squaredRadii, tree, from, to, covered, strict));
    return totals(countCovered(tree, covered), strict);
  }
  const { covered, strict } = yield* workOn(ballsOfPairs(centres, squaredRadii, points), centres.count, count * dim);
  return totals(
    covered.reduce((sum, flag) => sum + flag, 0),
    strict,
  );
}

/** All rows, four by four, in steps. */
function* workOn<Result>(pairs: PairNeighbours<Result>, count: number, operationsPerRow: number): Generator<void, Result> {
  try {
    yield* inPortions(Math.ceil(count / 4), 4 * operationsPerRow, (from, to) => pairs.rows(4 * from, Math.min(4 * to, count)));
    return pairs.result();
  } finally {
    pairs.close();
  }
}

function totals(covered: number, strict: ArrayLike<number>): BallCounts {
  let strictPairs = 0;
  let occupied = 0;
  for (let i = 0; i < strict.length; i++) {
    strictPairs += strict[i];
    if (strict[i] > 0) occupied++;
  }
  return { covered, strictPairs, occupied };
}
