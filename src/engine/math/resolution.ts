import { choleskyLower } from './cholesky';

/**
 * Where a variance is data and where it is what rounding left (MODEL.md, rounding): the one rule of truth, scores, models and the command `fit`.
 * A spread is data from so many units of rounding of its coordinates on, and a variance from so small a share of the variances beside it
 * that it was summed with.
 */
export interface Arithmetic {
  /** standard deviation, as a share of the size of the coordinates */
  readonly ofCoordinate: number;
  /** variance, as a share of the axis' own */
  readonly ofVariance: number;
}

/** Roundings of a coordinate that a spread has to exceed. */
export const ROUNDINGS = 100;

/** Sums over 20,000 samples leave up to 24 units of rounding of a variance, over 100,000 up to 83; these are 450. */
export const DOUBLE: Arithmetic = { ofCoordinate: ROUNDINGS * Number.EPSILON, ofVariance: 1e-13 };

/** EM on tfjs, coordinates in pairs of float32: coincident points were seen to spread by 1.3e-14, a dependent axis to keep 2.6e-12. */
export const TENSORS: Arithmetic = { ofCoordinate: 1e-13, ofVariance: 1e-11 };

export const SINGULAR = 'the covariance is singular: in some direction it has no variance beyond rounding';

/** Largest magnitude of values [count, dim] along each axis; 0 where they are all the same, for then nothing was rounded. */
export function coordinateSizes(values: ArrayLike<number>, dim: number): Float64Array {
  const sizes = new Float64Array(dim);
  const varies = new Uint8Array(dim);
  for (let i = 0; i < values.length; i++) {
    const axis = i % dim;
    sizes[axis] = Math.max(sizes[axis], Math.abs(values[i]));
    if (values[i] !== values[axis]) varies[axis] = 1;
  }
  return sizes.map((size, axis) => (varies[axis] ? size : 0));
}

/** Sizes of the coordinates of a Gaussian's samples, [dim]: those of its mean; 0 along an axis without variance. */
export function sizesOfMoments(mean: Float64Array, covariance: Float64Array): Float64Array {
  const sizes = new Float64Array(mean.length);
  for (let i = 0; i < mean.length; i++) if (covariance[i * (mean.length + 1)] > 0) sizes[i] = Math.abs(mean[i]);
  return sizes;
}

/** The variance that rounding of coordinates of this size may make. */
function roundedVariance(size: number, { ofCoordinate }: Arithmetic): number {
  const deviation = ofCoordinate * size;
  return deviation * deviation;
}

/** Whether a total variance is more than rounding of coordinates of these sizes [dim] may make. */
export function isSpread(trace: number, sizes: Float64Array): boolean {
  let rounded = 0;
  for (let i = 0; i < sizes.length; i++) rounded += roundedVariance(sizes[i], DOUBLE);
  return trace > rounded;
}

/**
 * The axes along which `covariance` [dim, dim] has no variance beyond rounding, given the axes before them. It has none where, with what
 * rounding may have put into them taken off its variances, it is not positive definite any more: an order of the axes changes nothing of
 * whether there is one.
 * @param sizes of the coordinates, [dim]
 */
export function unresolvedAxes(covariance: Float64Array, dim: number, sizes: Float64Array, arithmetic: Arithmetic = DOUBLE): number[] {
  const lessened = covariance.slice();
  for (let i = 0; i < dim; i++) {
    const variance = covariance[i * dim + i];
    lessened[i * dim + i] = variance - arithmetic.ofVariance * variance - roundedVariance(sizes[i], arithmetic);
  }
  const factor = choleskyLower(lessened, dim);
  const axes: number[] = [];
  for (let i = 0; i < dim; i++) if (factor[i * dim + i] === 0) axes.push(i);
  return axes;
}

/** Whether a Gaussian has no variance beyond rounding in some direction. */
export function isSingularCovariance(mean: Float64Array, covariance: Float64Array): boolean {
  if (mean.length !== 2) return unresolvedAxes(covariance, mean.length, sizesOfMoments(mean, covariance)).length > 0;
  return !isResolvedPlane(covariance, covariance[0] > 0 ? Math.abs(mean[0]) : 0, covariance[3] > 0 ? Math.abs(mean[1]) : 0);
}

/** Whether `unresolvedAxes` finds none in a covariance [2, 2]: the same arithmetic without arrays, for runs of many small loops. */
export function isResolvedPlane(covariance: Float64Array, sizeX: number, sizeY: number): boolean {
  const { ofVariance } = DOUBLE;
  const x = covariance[0] - ofVariance * covariance[0] - roundedVariance(sizeX, DOUBLE);
  const y = covariance[3] - ofVariance * covariance[3] - roundedVariance(sizeY, DOUBLE);
  const slope = covariance[2] / Math.sqrt(x);
  return x > x * 2 * Number.EPSILON && y - slope * slope > y * 2 * Number.EPSILON;
}
