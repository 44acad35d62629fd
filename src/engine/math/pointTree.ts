import type { Cloud } from '../contracts';

/** Points of a leaf, at most. */
const LEAF = 16;

/**
 * A k-d tree over the rows of a cloud. Nodes are numbered depth first: behind an inner node stands its first child, and `second` is the other one.
 * Every node holds a stretch of the rows and the smallest box around them.
 */
export interface PointTree {
  readonly count: number;
  readonly dim: number;
  /** row in the cloud at each position [count] */
  readonly rows: Uint32Array;
  /** coordinates by position [count, dim] */
  readonly values: Float64Array;
  /** number of a node's other child, 0 for a leaf [nodes] */
  readonly second: Uint32Array;
  /** first position of a node, and the one behind its last [nodes] */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** least and largest coordinates of its rows [nodes, 2, dim] */
  readonly boxes: Float64Array;
  /** their squared diagonals [nodes] */
  readonly diagonals: Float64Array;
}

const known = new WeakMap<Cloud, PointTree>();

/** The tree of `cloud`, built when first asked for. The cloud has at least one row. */
export function treeOf(cloud: Cloud): PointTree {
  const tree = known.get(cloud) ?? build(cloud);
  known.set(cloud, tree);
  return tree;
}

function build({ count, dim, values }: Cloud): PointTree {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  const ordered = values.slice();
  // halving ends at leaves of LEAF / 2 points or more
  const most = Math.max(1, Math.ceil((4 * count) / LEAF));
  const second = new Uint32Array(most);
  const from = new Uint32Array(most);
  const to = new Uint32Array(most);
  const boxes = new Float64Array(most * 2 * dim);
  const diagonals = new Float64Array(most);
  let nodes = 0;

  const split = (start: number, end: number): void => {
    const node = nodes++;
    from[node] = start;
    to[node] = end;
    const box = node * 2 * dim;
    const axis = fillBox(ordered, dim, start, end, boxes, box);
    for (let a = 0; a < dim; a++) diagonals[node] += (boxes[box + dim + a] - boxes[box + a]) * (boxes[box + dim + a] - boxes[box + a]);
    if (end - start <= LEAF) return;
    const middle = (start + end) >>> 1;
    select(ordered, rows, dim, axis, start, end - 1, middle);
    split(start, middle);
    second[node] = nodes;
    split(middle, end);
  };
  split(0, count);
  return { count, dim, rows, values: ordered, second, from, to, boxes, diagonals };
}

/** Writes the box of positions `start` to `end`; returns its widest axis. */
function fillBox(values: Float64Array, dim: number, start: number, end: number, boxes: Float64Array, box: number): number {
  let axis = 0;
  let widest = -1;
  for (let a = 0; a < dim; a++) {
    let low = Infinity;
    let high = -Infinity;
    for (let at = start * dim + a; at < end * dim; at += dim) {
      const value = values[at];
      if (value < low) low = value;
      if (value > high) high = value;
    }
    boxes[box + a] = low;
    boxes[box + dim + a] = high;
    if (high - low > widest) {
      widest = high - low;
      axis = a;
    }
  }
  return axis;
}

/** Brings the row that is at `middle` in the order of `axis` there, none larger before it and none smaller behind it (Hoare's select). */
function select(values: Float64Array, rows: Uint32Array, dim: number, axis: number, first: number, last: number, middle: number): void {
  let low = first;
  let high = last;
  while (high > low) {
    const pivot = values[((low + high) >>> 1) * dim + axis];
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i * dim + axis] < pivot) i++;
      while (values[j * dim + axis] > pivot) j--;
      if (i <= j) exchange(values, rows, dim, i++, j--);
    }
    if (middle <= j) high = j;
    else if (middle >= i) low = i;
    else return;
  }
}

function exchange(values: Float64Array, rows: Uint32Array, dim: number, i: number, j: number): void {
  const row = rows[i];
  rows[i] = rows[j];
  rows[j] = row;
  for (let a = 0; a < dim; a++) {
    const value = values[i * dim + a];
    values[i * dim + a] = values[j * dim + a];
    values[j * dim + a] = value;
  }
}
