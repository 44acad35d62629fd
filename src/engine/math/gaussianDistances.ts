import { traceOfRootProduct } from './centredFactor';
import { choleskyLower } from './cholesky';
import { exp } from './exp';
import { ln } from './ln';
import { powerOfFour } from './powerOfFour';
import { symmetricEigenvalues } from './symmetricEigen';

const LN_2PI = 1.8378770664093453;

/** A Gaussian, or the first two moments of anything: mean [dim] and covariance [dim, dim], symmetric and positive semi-definite. */
export interface Moments {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

/**
 * W2^2 = |m1 - m2|^2 + tr(S1 + S2 - 2 (S1 S2)^(1/2)), the squared 2-Wasserstein distance of two Gaussians (Dowson and Landau 1982).
 * Defined for singular covariances too; rounding below 0 is cut off.
 */
export function squaredWasserstein(first: Moments, second: Moments): number {
  const dim = first.mean.length;
  let sum = -2 * traceOfRoot(first.covariance, second.covariance, dim);
  for (let i = 0; i < dim; i++) {
    const shift = first.mean[i] - second.mean[i];
    sum += shift * shift + first.covariance[i * dim + i] + second.covariance[i * dim + i];
  }
  return Math.max(0, sum);
}

/** KL(first || second) = (tr S2^-1 S1 + (m2 - m1)' S2^-1 (m2 - m1) - dim + ln det S2 - ln det S1) / 2, nats; Infinity where either is singular. */
export function kullbackLeibler(first: Moments, second: Moments): number {
  const dim = first.mean.length;
  const firstFactor = choleskyLower(first.covariance, dim);
  const secondFactor = choleskyLower(second.covariance, dim);
  if (isSingular(firstFactor, dim) || isSingular(secondFactor, dim)) return Infinity;
  const column = difference(second.mean, first.mean);
  let sum = squaresUnder(secondFactor, column, 0) - dim + logDet(secondFactor, dim) - logDet(firstFactor, dim);
  // tr S2^-1 S1 = |L2^-1 L1|^2, column by column, each zero above the diagonal
  for (let j = 0; j < dim; j++) {
    for (let i = j; i < dim; i++) column[i] = firstFactor[i * dim + j];
    sum += squaresUnder(secondFactor, column, j);
  }
  return sum / 2;
}

/** KL both ways, summed; nats. */
export function jeffreys(first: Moments, second: Moments): number {
  return kullbackLeibler(first, second) + kullbackLeibler(second, first);
}

/** B = (m1 - m2)' S^-1 (m1 - m2) / 8 + ln(det S / sqrt(det S1 det S2)) / 2 with S = (S1 + S2) / 2; nats. Infinity where either is singular. */
export function bhattacharyya(first: Moments, second: Moments): number {
  const dim = first.mean.length;
  const factors = [first, second].map(({ covariance }) => choleskyLower(covariance, dim));
  if (factors.some((factor) => isSingular(factor, dim))) return Infinity;
  const middle = choleskyLower(
    first.covariance.map((entry, at) => (entry + second.covariance[at]) / 2),
    dim,
  );
  const [a, b] = factors.map((factor) => logDet(factor, dim));
  return squaresUnder(middle, difference(first.mean, second.mean), 0) / 8 + (logDet(middle, dim) - (a + b) / 2) / 2;
}

/** 1 - e^-B, B Bhattacharyya's distance: 0 for equal Gaussians, 1 where one is singular. */
export function squaredHellinger(first: Moments, second: Moments): number {
  return 1 - exp(-bhattacharyya(first, second));
}

/** (dim (1 + ln 2 pi) + ln det S) / 2, nats; -Infinity of a singular one. */
export function entropy({ mean, covariance }: Moments): number {
  const dim = mean.length;
  return (dim * (1 + LN_2PI) + logDeterminant(covariance, dim)) / 2;
}

/** tr (A B)^(1/2). Of an isotropic B = b I it is sqrt(b) tr A^(1/2), in two dimensions sqrt(tr AB + 2 sqrt(det A det B)): no singular values. */
function traceOfRoot(a: Float64Array, b: Float64Array, dim: number): number {
  if (isIsotropic(b, dim)) return Math.sqrt(b[0]) * traceOfOneRoot(a, dim);
  if (dim > 2) return traceOfRootProduct(upper(a, dim), upper(b, dim), dim);
  // products of four variances leave the range of doubles long before the root does
  const [scaleA, scaleB] = [a, b].map((matrix) => powerOfFour(Math.max(matrix[0], matrix[3])));
  return (
    Math.sqrt(scaleA) *
    Math.sqrt(scaleB) *
    traceOfRoot2(
      a.map((entry) => entry / scaleA),
      b.map((entry) => entry / scaleB),
    )
  );
}

function traceOfRoot2(a: Float64Array, b: Float64Array): number {
  const trace = a[0] * b[0] + 2 * a[1] * b[1] + a[3] * b[3];
  return Math.sqrt(Math.max(0, trace + 2 * Math.sqrt(determinant2(a) * determinant2(b))));
}

/** ac - b^2; what rounding leaves of a singular matrix is cut off, as in `choleskyLower`. */
function determinant2([a, b, , c]: Float64Array): number {
  const determinant = a * c - b * b;
  return determinant > a * c * 2 * Number.EPSILON ? determinant : 0;
}

function isIsotropic(matrix: Float64Array, dim: number): boolean {
  for (let at = 0; at < matrix.length; at++) if (matrix[at] !== (at % (dim + 1) === 0 ? matrix[0] : 0)) return false;
  return true;
}

function traceOfOneRoot(matrix: Float64Array, dim: number): number {
  let sum = 0;
  for (const value of symmetricEigenvalues(matrix, dim)) sum += Math.sqrt(Math.max(0, value));
  return sum;
}

/** R = L' with R'R = matrix. */
function upper(matrix: Float64Array, dim: number): Float64Array {
  const lower = choleskyLower(matrix, dim);
  return lower.map((_, at) => lower[(at % dim) * dim + Math.floor(at / dim)]);
}

/** |L^-1 x|^2 of an x that is 0 before `start`; overwrites x by L^-1 x. */
function squaresUnder(lower: Float64Array, x: Float64Array, start: number): number {
  const dim = x.length;
  let sum = 0;
  for (let i = start; i < dim; i++) {
    let left = x[i];
    for (let j = start; j < i; j++) left -= lower[i * dim + j] * x[j];
    x[i] = left / lower[i * dim + i];
    sum += x[i] * x[i];
  }
  return sum;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  const between = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) between[i] = a[i] - b[i];
  return between;
}

/** ln det of a covariance; -Infinity of a singular one. */
export const logDeterminant = (covariance: Float64Array, dim: number): number => logDet(choleskyLower(covariance, dim), dim);

/** ln det L L'; -Infinity of a singular one. */
function logDet(lower: Float64Array, dim: number): number {
  let sum = 0;
  for (let i = 0; i < dim; i++) sum += 2 * ln(lower[i * dim + i]);
  return sum;
}

function isSingular(lower: Float64Array, dim: number): boolean {
  for (let i = 0; i < dim; i++) if (lower[i * dim + i] === 0) return true;
  return false;
}
