import type { Cloud } from '../contracts';
import { borrowKernels, giveBackKernels, type Kernels, layout } from '../wasm/kernels';

/** Every pair, in steps: nearest neighbours and balls in many dimensions. Rows are taken four at a time. */
export interface PairNeighbours<Result> {
  /** Work on rows `from` (a multiple of 4) to `to`. */
  rows(from: number, to: number): void;
  /** What was found, once all rows were worked on. */
  result(): Result;
  close(): void;
}

/** Which of the points lie in some ball, and how many lie strictly inside each ball [balls]. */
export interface PairCounts {
  readonly covered: Uint8Array;
  readonly strict: ArrayLike<number>;
}

/** Squared distances to the k-th nearest other row [count]. */
export const nearestOfPairs = (cloud: Cloud, k: number): PairNeighbours<Float64Array> => kernelNearest(cloud, k) ?? plainNearest(cloud, k);

/** Points in the balls of squared radii `limits` [centres.count] around `centres`. */
export const ballsOfPairs = (centres: Cloud, limits: Float64Array, points: Cloud): PairNeighbours<PairCounts> =>
  kernelBalls(centres, limits, points) ?? plainBalls(centres, limits, points);

// --- in TypeScript ------------------------------------------------------------------------------------------------------------

export function plainNearest({ count, dim, values }: Cloud, k: number): PairNeighbours<Float64Array> {
  const nearest = new Float64Array(count * k).fill(Infinity);
  return {
    rows(from, to) {
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
    },
    result: () => Float64Array.from({ length: count }, (_, i) => nearest[i * k + k - 1]),
    close: () => undefined,
  };
}

export function plainBalls(centres: Cloud, limits: Float64Array, points: Cloud): PairNeighbours<PairCounts> {
  const { count, dim, values } = points;
  const covered = new Uint8Array(count);
  const strict = new Uint32Array(centres.count);
  return {
    rows(from, to) {
      for (let i = from; i < to; i++) {
        const limit = limits[i];
        for (let j = 0; j < count; j++) {
          const squared = squaredDistance(centres.values, i * dim, values, j * dim, dim, limit);
          if (!(squared <= limit)) continue;
          covered[j] = 1;
          if (squared < limit) strict[i]++;
        }
      }
    },
    result: () => ({ covered, strict }),
    close: () => undefined,
  };
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

// --- in WebAssembly, to the same bits; null where there is none ----------------------------------------------------------------

/** So many rows at a time, and so many points. */
const ROWS = 4;
const POINTS = 2;
const padded = (count: number, to: number) => to * Math.ceil(count / to);

export function kernelNearest(cloud: Cloud, k: number): PairNeighbours<Float64Array> | null {
  const { count, dim } = cloud;
  const [height, width] = [padded(count, ROWS), padded(count, POINTS)];
  const { part, bytes } = layout();
  const rows = part(8 * height * dim);
  const pairs = part(8 * width * dim);
  const nearest = part(8 * height * k);
  const worst = part(8 * height);
  const out = part(8 * ROWS * POINTS);
  const kernels = borrowKernels(bytes());
  if (!kernels) return null;
  placeRows(kernels, rows, cloud);
  placePairs(kernels, pairs, cloud);
  const radii = numbers(kernels, worst, height).fill(Infinity, 0, count).fill(-1, count);
  numbers(kernels, nearest, height * k).fill(Infinity);
  return {
    rows: (from, to) => kernels.nearestOfPairs(rows, pairs, count, dim, k, nearest, worst, from, to, out),
    result: () => radii.slice(0, count),
    close: () => giveBackKernels(kernels),
  };
}

export function kernelBalls(centres: Cloud, limits: Float64Array, points: Cloud): PairNeighbours<PairCounts> | null {
  const { count, dim } = points;
  const [height, width] = [padded(centres.count, ROWS), padded(count, POINTS)];
  const { part, bytes } = layout();
  const rows = part(8 * height * dim);
  const radii = part(8 * height);
  const pairs = part(8 * width * dim);
  const covered = part(width);
  const strict = part(4 * height);
  const out = part(8 * ROWS * POINTS);
  const kernels = borrowKernels(bytes());
  if (!kernels) return null;
  placeRows(kernels, rows, centres);
  placePairs(kernels, pairs, points);
  const padding = numbers(kernels, radii, height).fill(-1);
  padding.set(limits);
  const { buffer } = kernels.memory;
  const flags = new Uint8Array(buffer, covered, count).fill(0);
  const inside = new Int32Array(buffer, strict, height).fill(0);
  return {
    rows: (from, to) => kernels.ballsOfPairs(rows, radii, pairs, count, dim, from, to, covered, strict, out),
    result: () => ({ covered: flags.slice(), strict: inside.slice(0, centres.count) }),
    close: () => giveBackKernels(kernels),
  };
}

const numbers = ({ memory }: Kernels, address: number, length: number) => new Float64Array(memory.buffer, address, length);

/** Rows of a cloud, and what fills them up to a multiple of four. */
function placeRows(kernels: Kernels, address: number, { count, dim, values }: Cloud): void {
  const rows = numbers(kernels, address, padded(count, ROWS) * dim);
  rows.set(values);
  rows.fill(0, count * dim);
}

/** The rows of a cloud two by two, [dim, 2] each. */
function placePairs(kernels: Kernels, address: number, { count, dim, values }: Cloud): void {
  const pairs = numbers(kernels, address, padded(count, POINTS) * dim);
  pairs.fill(0, POINTS * dim * Math.floor(count / POINTS));
  for (let j = 0; j < count; j++) {
    const into = POINTS * dim * (j >>> 1) + (j & 1);
    for (let a = 0; a < dim; a++) pairs[into + POINTS * a] = values[j * dim + a];
  }
}
