import { powerOfFour } from './powerOfFour';

/**
 * Eigenvalues of a symmetric `matrix` [dim, dim] of finite entries, row-major, in ascending order, at any scale. Closed form up to 2 x 2, else
 * Householder reduction to tridiagonal form and implicit QL without vectors (Bowdler et al. 1968, EISPACK tred1 and imtql1).
 *
 * Those of a positive semi-definite matrix may come out below zero by rounding.
 */
export function symmetricEigenvalues(matrix: Float64Array, dim: number): Float64Array {
  if (dim <= 1) return matrix.slice(0, dim);
  let largest = 0;
  for (let at = 0; at < matrix.length; at++) largest = Math.max(largest, Math.abs(matrix[at]));
  if (largest === 0) return new Float64Array(dim);
  const scale = powerOfFour(largest);
  const values =
    dim === 2
      ? eigenvalues2(matrix[0] / scale, matrix[1] / scale, matrix[3] / scale)
      : eigenvalues(
          matrix.map((entry) => entry / scale),
          dim,
        );
  for (let at = 0; at < dim; at++) values[at] *= scale;
  return values;
}

/** Overwrites `matrix`. */
function eigenvalues(matrix: Float64Array, dim: number): Float64Array {
  const { diagonal, offDiagonal } = tridiagonal(matrix, dim);
  implicitQl(diagonal, offDiagonal);
  return diagonal.sort();
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

/** Householder reduction, last row first; overwrites `m`. offDiagonal[i] couples i - 1 and i. */
function tridiagonal(m: Float64Array, dim: number): { diagonal: Float64Array; offDiagonal: Float64Array } {
  const diagonal = new Float64Array(dim);
  const offDiagonal = new Float64Array(dim);
  const product = new Float64Array(dim);
  for (let i = dim - 1; i > 0; i--) {
    const row = m.subarray(i * dim, i * dim + i);
    diagonal[i] = m[i * dim + i];
    const largest = row.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
    if (i === 1 || largest === 0) {
      offDiagonal[i] = row[i - 1];
      continue;
    }
    let squares = 0;
    for (let k = 0; k < i; k++) {
      row[k] /= largest;
      squares += row[k] * row[k];
    }
    const pivot = row[i - 1] >= 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
    offDiagonal[i] = pivot * largest;
    // H = 1 - u u' / h with u = row - pivot e
    const h = squares - row[i - 1] * pivot;
    row[i - 1] -= pivot;
    multiplyLower(m, dim, i, row, product);
    let overlap = 0;
    for (let k = 0; k < i; k++) {
      product[k] /= h;
      overlap += product[k] * row[k];
    }
    const correction = overlap / (2 * h);
    for (let k = 0; k < i; k++) product[k] -= correction * row[k];
    for (let j = 0; j < i; j++) {
      const u = row[j];
      const q = product[j];
      for (let k = 0; k <= j; k++) m[j * dim + k] -= u * product[k] + q * row[k];
    }
  }
  diagonal[0] = m[0];
  return { diagonal, offDiagonal };
}

/** product = M u for the symmetric leading block [size, size] of which `m` holds the lower triangle. */
function multiplyLower(m: Float64Array, dim: number, size: number, u: Float64Array, product: Float64Array): void {
  product.fill(0, 0, size);
  for (let j = 0; j < size; j++) {
    const start = j * dim;
    const uj = u[j];
    let sum = 0;
    for (let k = 0; k < j; k++) {
      sum += m[start + k] * u[k];
      product[k] += m[start + k] * uj;
    }
    product[j] += sum + m[start + j] * uj;
  }
}

/** Eigenvalues of a symmetric tridiagonal matrix, left unsorted in `d`; overwrites `e`. */
function implicitQl(d: Float64Array, e: Float64Array): void {
  const size = d.length;
  e.copyWithin(0, 1);
  e[size - 1] = 0;
  for (let l = 0; l < size; l++) {
    for (let sweep = 0; sweep < 60; sweep++) {
      let m = l;
      while (m < size - 1 && Math.abs(e[m]) > Number.EPSILON * (Math.abs(d[m]) + Math.abs(d[m + 1]))) m++;
      if (m === l) break;
      qlSweep(d, e, l, m);
    }
  }
}

/** One QL step with Wilkinson's shift on the unreduced block l..m. */
function qlSweep(d: Float64Array, e: Float64Array, l: number, m: number): void {
  let g = (d[l + 1] - d[l]) / (2 * e[l]);
  const root = Math.sqrt(g * g + 1);
  g = d[m] - d[l] + e[l] / (g + (g >= 0 ? root : -root));
  let s = 1;
  let c = 1;
  let p = 0;
  for (let i = m - 1; i >= l; i--) {
    const f = s * e[i];
    const b = c * e[i];
    const r = Math.sqrt(f * f + g * g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] -= p;
      e[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = d[i + 1] - p;
    const t = (d[i] - g) * s + 2 * c * b;
    p = s * t;
    d[i + 1] = g + p;
    g = c * t - b;
  }
  d[l] -= p;
  e[l] = g;
  e[m] = 0;
}
