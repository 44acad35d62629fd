import type { Component } from '../contracts';
import { byId } from '../registry';
import type { ShownSamples } from '../results';
import { KINDS } from './about';
import type { Kind } from './kind';

/** values: float32 [count, dim], of more than two dimensions the first two */
export interface ShownPoints extends ShownSamples {
  readonly kind: 'points';
  readonly dim: 1 | 2;
  readonly values: Float32Array;
  /** fitted components [n, 6] = weight, mean x, mean y, var x, cov xy, var y (1-D: weight, mean, 0, var, 0, 0), of the model before bias */
  readonly components: Float32Array;
}

/** Points of a generation kept for the eye. */
const SHOWN = 500;

/** Vectors of numbers. More than two dimensions are shown by the first two. */
export const points: Kind = {
  ...byId(KINDS, 'points'),
  numberBytes: 8,
  width: ({ dim }) => dim,
  show({ count: all, dim: wide, values: given }, components): ShownPoints {
    const count = Math.min(all, SHOWN);
    const dim = wide === 1 ? 1 : 2;
    const values = new Float32Array(count * dim);
    for (let n = 0; n < count; n++) for (let i = 0; i < dim; i++) values[n * dim + i] = single(given[n * wide + i]);
    return { kind: 'points', count, dim, values, components: Float32Array.from(components.flatMap(shownComponent), single) };
  },
  shownBytes: ({ components }) => 8 * SHOWN + 24 * components,
};

/** Largest float32. */
const LARGEST = 3.4028234663852886e38;

/** What is too large for float32 is as far outside any picture as that can say; it stays a number. */
const single = (value: number): number => Math.min(LARGEST, Math.max(-LARGEST, value));

/** weight, mean and covariance on the first two axes (the marginal, exact for a Gaussian). */
function shownComponent({ weight, mean, covariance }: Component): number[] {
  const dim = mean.length;
  return dim === 1 ? [weight, mean[0], 0, covariance[0], 0, 0] : [weight, mean[0], mean[1], covariance[0], covariance[1], covariance[dim + 1]];
}
