import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import type { Cloud } from '../contracts';
import { inPortions } from './steps';

/**
 * Upper triangular A [rank, dim] with A'A = the unbiased covariance of the rows of `cloud`: the R of a Householder QR of
 * (x - mean) / sqrt(count - 1). Unlike a square root of the covariance it keeps directions of tiny variance to full precision.
 *
 * @param mean [dim]
 * @param rest [dim], what rounding left of it
 * @returns row-major [min(count, dim), dim]; the cloud needs at least two rows
 */
export function* centredFactor({ count, dim, values }: Cloud, mean: Float64Array, rest: Float64Array): Generator<void, Float64Array> {
  const scale = 1 / Math.sqrt(count - 1);
  const columns = Array.from({ length: dim }, (_, a) => centred({ count, dim, values }, a, mean[a], rest[a]).map((value) => value * scale));
  const rank = Math.min(count, dim);
  const factor = new Float64Array(rank * dim);
  yield* inPortions(rank, 2 * count * dim, (from, to) => {
    for (let j = from; j < to; j++) {
      const pivot = reflector(columns[j], j);
      factor[j * dim + j] = pivot;
      for (let c = j + 1; c < dim; c++) {
        if (pivot !== 0) reflect(columns[j], columns[c], j);
        factor[j * dim + c] = columns[c][j];
      }
    }
  });
  return factor;
}

/** Axis `a` from its mean; what rounding left of that counts where the rows lie close together far from the origin. */
function centred({ count, dim, values }: Cloud, a: number, mean: number, rest: number): Float64Array {
  const away = Float64Array.from({ length: count }, (_, i) => values[i * dim + a] - mean);
  const widest = away.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  // less than that adds less to the squares than a double tells apart
  return Math.abs(rest) > 1e-9 * widest ? away.map((value) => value - rest) : away;
}

/** Turn rows j.. of `column` into the unit Householder vector that maps them to (pivot, 0, ...); returns pivot, 0 for a zero column. */
function reflector(column: Float64Array, j: number): number {
  let largest = 0;
  for (let i = j; i < column.length; i++) largest = Math.max(largest, Math.abs(column[i]));
  if (largest === 0) return 0;
  let squares = 0;
  for (let i = j; i < column.length; i++) {
    column[i] /= largest;
    squares += column[i] * column[i];
  }
  const norm = Math.sqrt(squares);
  const pivot = column[j] > 0 ? -norm : norm;
  // |column - pivot e_j|^2 = 2 norm (norm + |column_j|)
  const length = Math.sqrt(2 * norm * (norm + Math.abs(column[j])));
  column[j] -= pivot;
  for (let i = j; i < column.length; i++) column[i] /= length;
  return pivot * largest;
}

/** Apply the reflection 1 - 2 v v' to rows j.. of `column`. */
function reflect(unit: Float64Array, column: Float64Array, j: number): void {
  let dot = 0;
  for (let i = j; i < column.length; i++) dot += unit[i] * column[i];
  dot *= 2;
  for (let i = j; i < column.length; i++) column[i] -= dot * unit[i];
}

/**
 * tr (S T)^(1/2) for covariances S = A'A and T = B'B given by factors with `dim` columns: the sum of the singular values of B A'.
 * Exact for singular covariances too, and without the square root of a tiny eigenvalue.
 */
export function traceOfRootProduct(a: Float64Array, b: Float64Array, dim: number): number {
  const rowsA = a.length / dim;
  const rowsB = b.length / dim;
  const product = new Float64Array(rowsB * rowsA);
  for (let i = 0; i < rowsB; i++) {
    for (let j = 0; j < rowsA; j++) {
      let sum = 0;
      // both are upper triangular
      for (let c = Math.max(i, j); c < dim; c++) sum += b[i * dim + c] * a[j * dim + c];
      product[i * rowsA + j] = sum;
    }
  }
  return nuclearNorm(product, rowsB, rowsA);
}

/** Sum of the singular values of `matrix` [rows, columns]. */
function nuclearNorm(matrix: Float64Array, rows: number, columns: number): number {
  const largest = matrix.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  if (largest === 0) return 0;
  // squares of such entries would leave the range of doubles
  if (largest > 1e70 || largest < 1e-70)
    return (
      largest *
      nuclearNorm(
        matrix.map((entry) => entry / largest),
        rows,
        columns,
      )
    );
  if (rows === 1 || columns === 1) return Math.sqrt(matrix.reduce((sum, entry) => sum + entry * entry, 0));
  if (rows === 2 && columns === 2) {
    const [p, q, r, s] = matrix;
    // (s1 + s2)^2 = |M|^2 + 2 |det M|, written so that nothing cancels: s1 + s2 = |(p + s, q - r)| or |(p - s, q + r)|, the larger
    return Math.sqrt(Math.max((p + s) * (p + s) + (q - r) * (q - r), (p - s) * (p - s) + (q + r) * (q + r)));
  }
  const decomposition = new SingularValueDecomposition(Matrix.from1DArray(rows, columns, matrix), {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
    autoTranspose: true,
  });
  return decomposition.diagonal.reduce((sum, value) => sum + value, 0);
}
