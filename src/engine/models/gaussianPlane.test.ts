import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Samples } from '../contracts';
import { finish } from '../math/steps';
import { createRng } from '../rng';
import { drawGaussian, fitGaussian } from './gaussian';
import { drawPlane, fitPlane } from './gaussianPlane';

test('in the plane, fits and draws at once have the bits of those in any dimension, whatever the points', () => {
  const clouds = fc.record({
    count: fc.integer({ min: 1, max: 60 }),
    places: fc.integer({ min: 1, max: 60 }),
    offset: fc.constantFrom(0, 0, 1e9, -1e200),
    scales: fc.tuple(fc.constantFrom(0, 1, 1, 1e-160, 1e160), fc.constantFrom(0, 1, 1, 1e-9)),
    slope: fc.constantFrom(0, 0.5, 1e8),
    bias: fc.constantFrom(0, 0.7, 1, 1.2),
    unbiased: fc.boolean(),
    seed: fc.nat(1e6),
  });
  fc.assert(
    fc.property(clouds, ({ count, places, offset, scales, slope, bias, unbiased, seed }) => {
      const rng = createRng(seed);
      const values = new Float64Array(2 * count);
      for (let n = 0; n < count; n++) {
        if (n >= places) values.copyWithin(2 * n, 2 * (n - places), 2 * (n - places) + 2);
        else {
          const x = scales[0] * rng.normal();
          values.set([offset + x, slope * x + scales[1] * rng.normal()], 2 * n);
        }
      }
      const samples: Samples = { kind: 'points', count, dim: 2, values };
      const fitted = fitPlane(values, count, unbiased);
      expect(fitted).toEqual(finish(fitGaussian(samples, null, unbiased)));

      const [one, other] = [new Float64Array(40), new Float64Array(40)];
      drawPlane(fitted.parameters, bias, createRng(seed), one);
      drawGaussian(fitted.parameters, bias, createRng(seed), other);
      expect(one).toEqual(other);
    }),
    { numRuns: 300, seed: 5 },
  );
});
