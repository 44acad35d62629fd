import type { PointTree } from './pointTree';

/**
 * Nearest neighbours and balls by a tree. What a box is compared by is computed like a distance: gaps along the axes, squared and summed in the
 * order of the coordinates. Rounding is monotone, so that no point of a box is nearer than it by a single bit, and what is left out changes nothing.
 */

/** Deeper than any tree of 2^32 points. */
const DEEPEST = 64;

/** Distance from a value to an interval. */
const gapTo = (value: number, low: number, high: number) => (value < low ? low - value : value > high ? value - high : 0);

/** Squared distance from a point to the nearest place of a box. In the plane without a loop, here and below. */
function nearestOfBox(point: Float64Array, at: number, boxes: Float64Array, box: number, dim: number): number {
  if (dim === 2) {
    const x = gapTo(point[at], boxes[box], boxes[box + 2]);
    const y = gapTo(point[at + 1], boxes[box + 1], boxes[box + 3]);
    return x * x + y * y;
  }
  let sum = 0;
  for (let a = 0; a < dim; a++) {
    const gap = gapTo(point[at + a], boxes[box + a], boxes[box + dim + a]);
    sum += gap * gap;
  }
  return sum;
}

/** Squared distance from a point to the farthest corner of a box. */
function farthestOfBox(point: Float64Array, at: number, boxes: Float64Array, box: number, dim: number): number {
  let sum = 0;
  for (let a = 0; a < dim; a++) {
    const below = point[at + a] - boxes[box + a];
    const above = boxes[box + dim + a] - point[at + a];
    const gap = below > above ? below : above;
    sum += gap * gap;
  }
  return sum;
}

function squaredDistance(a: Float64Array, i: number, b: Float64Array, j: number, dim: number): number {
  if (dim === 2) {
    const x = a[i] - b[j];
    const y = a[i + 1] - b[j + 1];
    return x * x + y * y;
  }
  let sum = 0;
  for (let c = 0; c < dim; c++) {
    const difference = a[i + c] - b[j + c];
    sum += difference * difference;
  }
  return sum;
}

/** Squared distances to the k-th nearest other point, of positions `first` to `last` of the tree, written by row into `squared` [count]. */
export function nearestInTree(tree: PointTree, k: number, first: number, last: number, squared: Float64Array): void {
  const { dim, rows, values, second, from, to, boxes } = tree;
  const nearest = new Float64Array(k);
  const waiting = new Uint32Array(DEEPEST);
  const bounds = new Float64Array(DEEPEST);
  for (let p = first; p < last; p++) {
    const here = p * dim;
    nearest.fill(Infinity);
    let worst = Infinity;
    waiting[0] = 0;
    bounds[0] = 0;
    for (let depth = 1; depth > 0; ) {
      let node = waiting[--depth];
      if (bounds[depth] >= worst) continue;
      while (second[node] > 0) {
        const other = second[node];
        const own = nearestOfBox(values, here, boxes, (node + 1) * 2 * dim, dim);
        const across = nearestOfBox(values, here, boxes, other * 2 * dim, dim);
        const isNear = own <= across;
        waiting[depth] = isNear ? other : node + 1;
        bounds[depth] = isNear ? across : own;
        if (bounds[depth] < worst) depth++;
        node = isNear ? node + 1 : other;
      }
      for (let q = from[node]; q < to[node]; q++) {
        const distance = squaredDistance(values, here, values, q * dim, dim);
        if (!(distance < worst) || q === p) continue;
        let slot = k - 1;
        for (; slot > 0 && nearest[slot - 1] > distance; slot--) nearest[slot] = nearest[slot - 1];
        nearest[slot] = distance;
        worst = nearest[k - 1];
      }
    }
    squared[rows[p]] = worst;
  }
}

/** The points of a tree that some ball covers: those marked, and all of the nodes marked. */
export interface Covered {
  readonly points: Uint8Array;
  readonly nodes: Uint8Array;
}

export const noneCovered = ({ count, second }: PointTree): Covered => ({ points: new Uint8Array(count), nodes: new Uint8Array(second.length) });

/**
 * Points in the balls of squared radii `limits` around rows `first` to `last` of `centres` [count, dim]: marks the covered, and writes how many lie
 * strictly inside each ball into `strict` [count].
 */
export function ballsInTree(
  centres: Float64Array,
  limits: Float64Array,
  tree: PointTree,
  first: number,
  last: number,
  covered: Covered,
  strict: Uint32Array,
): void {
  const { dim, values, second, from, to, boxes, diagonals } = tree;
  const waiting = new Uint32Array(DEEPEST);
  for (let i = first; i < last; i++) {
    const at = i * dim;
    const limit = limits[i];
    let inside = 0;
    waiting[0] = 0;
    for (let depth = 1; depth > 0; ) {
      const node = waiting[--depth];
      const box = node * 2 * dim;
      const least = nearestOfBox(centres, at, boxes, box, dim);
      if (least > limit) continue;
      // a box that is too long for the ball need not be looked at more closely
      const most = diagonals[node] <= 4 * limit ? farthestOfBox(centres, at, boxes, box, dim) : Infinity;
      if (most < limit || (most === limit && least === limit)) {
        covered.nodes[node] = 1;
        if (most < limit) inside += to[node] - from[node];
      } else if (second[node] > 0) {
        waiting[depth++] = second[node];
        waiting[depth++] = node + 1;
      } else {
        for (let q = from[node]; q < to[node]; q++) {
          const distance = squaredDistance(centres, at, values, q * dim, dim);
          if (distance > limit) continue;
          covered.points[q] = 1;
          if (distance < limit) inside++;
        }
      }
    }
    strict[i] = inside;
  }
}

/** How many points are covered. */
export function countCovered({ second, from, to }: PointTree, { points, nodes }: Covered): number {
  const all = points.slice();
  for (let node = 0; node < second.length; node++) if (nodes[node]) all.fill(1, from[node], to[node]);
  return all.reduce((sum, flag) => sum + flag, 0);
}
