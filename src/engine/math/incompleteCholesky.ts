import type { Cloud } from '../contracts';
import { borrowKernels, giveBackKernels, layout, makeRoom } from '../wasm/kernels';
import { exp } from './exp';
import { inPortions, rowsPerStep } from './steps';

/** The residual trace at which the factor counts as the kernel matrix, relative to its trace. */
const TOLERANCE = 1e-12;

/** After a quarter of the allowed columns, more than this share of the trace left over means that the limit would not suffice. */
const QUARTER_RESIDUAL = 1e-3;

/**
 * Gram matrix L'L / n of the pivoted incomplete Cholesky factor L [n, r] of the RBF kernel K_ij = exp(-|x_i - x_j|^2 / (2 sigma^2)):
 * its eigenvalues are those of K / n, up to a residual trace of 1e-12. K itself is never formed; the cost is n r^2.
 *
 * Source: Fine and Scheinberg, JMLR 2 (2001). Each step takes the row with the largest residual as pivot (the first of equals).
 * @param rankLimit give up when r would pass it
 * @returns [r, r] row-major with its rank r, or null when the kernel has no factor of that rank
 */
export function* kernelGram(cloud: Cloud, sigma: number, rankLimit: number): Generator<void, KernelGram | null> {
  const factor = kernelFactor(cloud, sigma) ?? plainFactor(cloud, sigma);
  try {
    return yield* gramOf(factor, cloud.count, rankLimit);
  } finally {
    factor.close();
  }
}

/** [r, r] row-major, with its rank r */
export interface KernelGram {
  readonly rank: number;
  readonly gram: Float64Array;
}

/** The columns of the factor, one after the other, and what they leave of the kernel's diagonal. */
export interface RbfFactor {
  /** the first row of largest residual, and the sum of all */
  survey(): { readonly pivot: number; readonly trace: number };
  /** adds the column of a row */
  add(pivot: number): void;
  /** L'L / n, in steps */
  gram(): Generator<void, Float64Array>;
  close(): void;
}

function* gramOf(factor: RbfFactor, count: number, rankLimit: number): Generator<void, KernelGram | null> {
  const portion = rowsPerStep(count);
  let sincePause = 0;
  for (let rank = 0; ; rank++) {
    const { pivot, trace } = factor.survey();
    if (trace <= TOLERANCE * count || rank === count) return { rank, gram: yield* factor.gram() };
    if (rank >= rankLimit || (count > rankLimit && rank >= rankLimit / 4 && trace > QUARTER_RESIDUAL * count)) return null;
    factor.add(pivot);
    sincePause += rank + 10;
    if (sincePause > portion) {
      sincePause = 0;
      yield;
    }
  }
}

export function plainFactor(cloud: Cloud, sigma: number): RbfFactor {
  const columns: Float64Array[] = [];
  const residual = new Float64Array(cloud.count).fill(1);
  return {
    survey: () => survey(residual),
    add: (pivot) => columns.push(nextColumn(cloud, sigma, columns, residual, pivot)),
    gram: () => products(columns, cloud.count),
    close: () => undefined,
  };
}

/** Columns that there is room for at first. */
const ROOM = 64;
/** Columns of the factor that products are summed of at a time. */
const TILE = 4;

/** The factor in WebAssembly, to the same bits; null where there is none. */
export function kernelFactor({ count, dim, values }: Cloud, sigma: number): RbfFactor | null {
  const pitch = 2 * Math.ceil(count / 2);
  const { part, bytes } = layout();
  const axes = part(8 * dim * pitch);
  const residual = part(8 * pitch);
  const trace = part(8);
  const columns = bytes();
  const columnBytes = 8 * pitch;
  const kernels = borrowKernels(columns + ROOM * columnBytes);
  if (!kernels) return null;
  const at = (address: number, length: number) => new Float64Array(kernels.memory.buffer, address, length);
  const coordinates = at(axes, dim * pitch);
  for (let a = 0; a < dim; a++) for (let i = 0; i < pitch; i++) coordinates[a * pitch + i] = values[Math.min(i, count - 1) * dim + a];
  at(residual, pitch).fill(1);
  let rank = 0;
  return {
    survey: () => ({ pivot: kernels.survey(residual, count, trace), trace: at(trace, 1)[0] }),
    add(pivot) {
      makeRoom(kernels, columns + (rank + 1) * columnBytes);
      kernels.nextColumn(axes, dim, pitch, -0.5 / (sigma * sigma), columns, rank++, residual, pivot);
    },
    *gram() {
      const padded = TILE * Math.ceil(rank / TILE);
      const sums = columns + padded * columnBytes;
      makeRoom(kernels, sums + 8 * padded * padded);
      // numbers left of earlier work take longer where they are none
      at(columns + rank * columnBytes, (padded - rank) * pitch).fill(0);
      yield* inPortions(padded / TILE, (TILE * padded * count) / 4, (from, to) => {
        for (let a = from; a < to; a++) kernels.products(columns, pitch, count, TILE * a, padded, sums);
      });
      const found = at(sums, padded * padded);
      const gram = new Float64Array(rank * rank);
      for (let a = 0; a < rank; a++) {
        for (let b = 0; b <= a; b++) {
          gram[a * rank + b] = found[a * padded + b] / count;
          gram[b * rank + a] = gram[a * rank + b];
        }
      }
      return gram;
    },
    close: () => giveBackKernels(kernels),
  };
}

/** The first row of largest residual, and the sum of all. */
function survey(residual: Float64Array): { pivot: number; trace: number } {
  let pivot = 0;
  let trace = 0;
  for (let i = 0; i < residual.length; i++) {
    trace += residual[i];
    if (residual[i] > residual[pivot]) pivot = i;
  }
  return { pivot, trace };
}

/** The column of `pivot`; lowers `residual` by its squares. */
function nextColumn(
  { count, dim, values }: Cloud,
  sigma: number,
  columns: readonly Float64Array[],
  residual: Float64Array,
  pivot: number,
): Float64Array {
  const column = new Float64Array(count);
  const factor = -0.5 / (sigma * sigma);
  for (let i = 0; i < count; i++) {
    let squared = 0;
    for (let a = 0; a < dim; a++) {
      const difference = values[i * dim + a] - values[pivot * dim + a];
      squared += difference * difference;
    }
    column[i] = exp(factor * squared);
  }
  subtractProjections(column, columns, pivot);
  const root = Math.sqrt(residual[pivot]);
  for (let i = 0; i < count; i++) {
    column[i] /= root;
    const left = residual[i] - column[i] * column[i];
    residual[i] = left > 0 ? left : 0;
  }
  column[pivot] = root;
  residual[pivot] = 0;
  return column;
}

/** column -= sum_c columns[c][pivot] columns[c], four columns at a time: memory traffic, not arithmetic, is what this loop costs. */
function subtractProjections(column: Float64Array, columns: readonly Float64Array[], pivot: number): void {
  const count = column.length;
  let c = 0;
  for (; c + 4 <= columns.length; c += 4) {
    const [p, q, r, s] = [columns[c], columns[c + 1], columns[c + 2], columns[c + 3]];
    const [wp, wq, wr, ws] = [p[pivot], q[pivot], r[pivot], s[pivot]];
    for (let i = 0; i < count; i++) column[i] -= wp * p[i] + wq * q[i] + (wr * r[i] + ws * s[i]);
  }
  for (; c < columns.length; c++) {
    const p = columns[c];
    const wp = p[pivot];
    for (let i = 0; i < count; i++) column[i] -= wp * p[i];
  }
}

/** L'L / n in tiles of 2 x 2. */
function* products(columns: readonly Float64Array[], count: number): Generator<void, Float64Array> {
  const rank = columns.length;
  const gram = new Float64Array(rank * rank);
  const set = (a: number, b: number, sum: number) => {
    gram[a * rank + b] = sum / count;
    gram[b * rank + a] = sum / count;
  };
  yield* inPortions(Math.ceil(rank / 2), rank * count, (from, to) => {
    for (let a = 2 * from; a < 2 * to && a < rank; a += 2) {
      const p = columns[a];
      const q = columns[Math.min(a + 1, rank - 1)];
      for (let b = 0; b <= a; b += 2) {
        const r = columns[b];
        const s = columns[Math.min(b + 1, rank - 1)];
        let pr = 0;
        let ps = 0;
        let qr = 0;
        let qs = 0;
        for (let i = 0; i < count; i++) {
          pr += p[i] * r[i];
          ps += p[i] * s[i];
          qr += q[i] * r[i];
          qs += q[i] * s[i];
        }
        set(a, b, pr);
        if (b + 1 < rank) set(a, b + 1, ps);
        if (a + 1 < rank) set(a + 1, b, qr);
        if (a + 1 < rank && b + 1 < rank) set(a + 1, b + 1, qs);
      }
    }
  });
  return gram;
}
