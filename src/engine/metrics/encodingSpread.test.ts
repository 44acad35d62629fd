import { expect, it } from 'vitest';
import type { Cloud } from '../contracts';
import { finish } from '../math/steps';
import { prepareReference, scoreSamples } from './scoring';

const images: Cloud = { count: 4, dim: 2, values: Float64Array.of(0, 0, 1, 0, 0, 1, 1, 1) };

function scored(encodings: Cloud | null) {
  const options = { kind: 'images', k: 2, modes: null, classes: 0 } as const;
  return finish(scoreSamples(finish(prepareReference(images, options)), images, ['encodingSpread'], { encodings }));
}

it('is the root of the mean variance along the latent axes, divisor n - 1', () => {
  // variances 5/3 * 4 = 20/3, 0 and 1/3 * 4 = 4/3
  const encodings = { count: 4, dim: 3, values: Float64Array.of(0, 7, 0, 2, 7, 2, 4, 7, 0, 6, 7, 2) };
  expect(scored(encodings).scores.encodingSpread).toBeCloseTo(Math.sqrt((20 / 3 + 4 / 3) / 3), 12);
});

it('is 0 for images that the encoder cannot tell apart', () => {
  expect(scored({ count: 4, dim: 1, values: new Float64Array(4).fill(0.1) }).scores.encodingSpread).toBe(0);
});

it.each([
  ['without an encoder', null, /encoder/],
  ['of a single image', { count: 1, dim: 2, values: Float64Array.of(1, 2) }, /needs 2/],
  ['of what is no number', { count: 2, dim: 1, values: Float64Array.of(Number.NaN, 1) }, /number/],
])('has no value, but a reason: %s', (_, encodings, reason) => {
  const { scores, undefined: reasons } = scored(encodings);
  expect(scores.encodingSpread).toBeNull();
  expect(reasons.encodingSpread).toMatch(reason);
});
