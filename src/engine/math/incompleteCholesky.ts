import type { Cloud } from '../contracts';
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
export function* kernelGram(cloud: Cloud, sigma: number, rankLimit: number): Generator<void, { rank: number; gram: Float64Array } | null> {
  const { count } = cloud;
  const columns: Float64Array[] = [];
  const residual = new Float64Array(count).fill(1);
  const portion = rowsPerStep(count);
  let sincePause = 0;
  for (;;) {
    const { pivot, trace } = survey(residual);
    if (trace <= TOLERANCE * count || columns.length === count) break;
    const rank = columns.length;
    if (rank >= rankLimit || (count > rankLimit && rank >= rankLimit / 4 && trace > QUARTER_RESIDUAL * count)) return null;
    columns.push(nextColumn(cloud, sigma, columns, residual, pivot));
    sincePause += rank + 10;
    if (sincePause > portion) {
      sincePause = 0;
      yield;
    }
  }
  return { rank: columns.length, gram: yield* gramOf(columns, count) };
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
function* gramOf(columns: readonly Float64Array[], count: number): Generator<void, Float64Array> {
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
