/**
 * Lower Cholesky factor L of a symmetric positive semi-definite `matrix` [dim, dim], row-major: L L' = matrix.
 *
 * A pivot that is not positive (a direction without variance, or lost to rounding) gives a zero column, so that L z stays finite and
 * has no spread in that direction.
 * @param without axes whose columns are zero in any case
 * @returns L [dim, dim], row-major, zero above the diagonal
 */
export function choleskyLower(matrix: Float64Array, dim: number, without: readonly number[] = []): Float64Array {
  const lower = new Float64Array(dim * dim);
  for (let j = 0; j < dim; j++) {
    let pivot = matrix[j * dim + j];
    for (let k = 0; k < j; k++) pivot -= lower[j * dim + k] * lower[j * dim + k];
    // what is left of a dependent direction is rounding of its own diagonal entry
    if (!(pivot > matrix[j * dim + j] * dim * Number.EPSILON) || without.includes(j)) continue;
    const diagonal = Math.sqrt(pivot);
    lower[j * dim + j] = diagonal;
    for (let i = j + 1; i < dim; i++) {
      let sum = matrix[i * dim + j];
      for (let k = 0; k < j; k++) sum -= lower[i * dim + k] * lower[j * dim + k];
      lower[i * dim + j] = sum / diagonal;
    }
  }
  return lower;
}
