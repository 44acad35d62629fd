import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { symmetricEigenvalues } from '../math/symmetricEigen';
import type { GaussianParameters } from './gaussian';

/** A smallest eigenvalue that is so small a share of the largest may be below zero by rounding. */
const ROUNDING = 1e-13;

/**
 * Neon: (1 + strength) `fitted` - strength `imitated`, in mean and covariance, where `imitated` is what the same fit makes of samples of
 * `fitted`: a step away from what a model gets wrong about its own samples. Where that leaves a direction a variance below zero, it has none,
 * which gives the nearest covariance that there is.
 */
export function extrapolated(
  fitted: GaussianParameters,
  imitated: GaussianParameters,
  strength: number,
): { readonly parameters: GaussianParameters; readonly clipped: boolean } {
  const between = (one: Float64Array, other: Float64Array) => one.map((value, i) => (1 + strength) * value - strength * other[i]);
  const mean = between(fitted.mean, imitated.mean);
  const covariance = between(fitted.covariance, imitated.covariance);
  const values = symmetricEigenvalues(covariance, mean.length);
  const clipped = values[0] < -ROUNDING * Math.abs(values[values.length - 1]);
  return { parameters: { mean, covariance: clipped ? nonNegativePart(covariance, mean.length) : covariance }, clipped };
}

/** A symmetric matrix [dim, dim] with its eigenvalues below zero made zero: (A + |A|)/2, where |A| = V S V' of the singular values A = U S V'. */
function nonNegativePart(matrix: Float64Array, dim: number): Float64Array {
  const { rightSingularVectors, diagonalMatrix } = new SingularValueDecomposition(Matrix.from1DArray(dim, dim, matrix));
  const magnitude = rightSingularVectors.mmul(diagonalMatrix).mmul(rightSingularVectors.transpose());
  // rounding of the products is not symmetric
  return matrix.map((entry, at) => (entry + (magnitude.get(Math.floor(at / dim), at % dim) + magnitude.get(at % dim, Math.floor(at / dim))) / 2) / 2);
}
