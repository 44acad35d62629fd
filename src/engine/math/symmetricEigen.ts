import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/**
 * Eigenvalues of a symmetric `matrix` [dim, dim], row-major, in ascending order. Closed form up to 2 x 2, else Householder and QL.
 *
 * Those of a positive semi-definite matrix may come out below zero by rounding.
 */
export function symmetricEigenvalues(matrix: Float64Array, dim: number): Float64Array {
  if (dim <= 1) return matrix.slice(0, dim);
  if (dim === 2) return eigenvalues2(matrix[0], matrix[1], matrix[3]);
  const decomposition = new EigenvalueDecomposition(Matrix.from1DArray(dim, dim, matrix), { assumeSymmetric: true });
  return Float64Array.from(decomposition.realEigenvalues).sort();
}

/** Eigenvalues of [[a, b], [b, c]], ascending; the one nearer to 0 from the determinant, which keeps it when it is tiny. */
function eigenvalues2(a: number, b: number, c: number): Float64Array {
  const middle = (a + c) / 2;
  const half = (a - c) / 2;
  const radius = Math.sqrt(half * half + b * b);
  const far = middle >= 0 ? middle + radius : middle - radius;
  if (far === 0) return new Float64Array(2);
  const near = (a / far) * c - (b / far) * b;
  return middle >= 0 ? Float64Array.of(near, far) : Float64Array.of(far, near);
}
