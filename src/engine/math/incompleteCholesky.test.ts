import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRng } from '../rng';
import { kernelFactor, plainFactor, type RbfFactor } from './incompleteCholesky';
import { finish } from './steps';

/** Surveys and Gram matrices after each of the first columns. */
function factorOf(factor: RbfFactor | null, columns: number) {
  if (!factor) return null;
  const surveys = [];
  for (let rank = 0; rank < columns; rank++) {
    surveys.push(factor.survey());
    factor.add(surveys[rank].pivot);
  }
  const gram = finish(factor.gram());
  factor.close();
  return { surveys, gram };
}

test('the factor in WebAssembly has the bits of that in TypeScript, whatever the points', () => {
  const clouds = fc.record({
    count: fc.integer({ min: 1, max: 120 }),
    dim: fc.integer({ min: 1, max: 5 }),
    places: fc.integer({ min: 1, max: 200 }),
    scale: fc.constantFrom(1, 1, 1e-150, 1e100),
    sigma: fc.constantFrom(0.05, 0.5, 3, 100),
    seed: fc.nat(1e6),
  });
  fc.assert(
    fc.property(clouds, ({ count, dim, places, scale, sigma, seed }) => {
      const rng = createRng(seed);
      const centres = Float64Array.from({ length: places * dim }, () => scale * rng.normal());
      const values = Float64Array.from({ length: count * dim }, (_, at) => centres[(Math.floor(at / dim) % places) * dim + (at % dim)]);
      const cloud = { count, dim, values };
      // beyond the numerical rank the residual is 0, and the columns no numbers
      const columns = Math.min(count, places, 90);
      const found = factorOf(kernelFactor(cloud, sigma * scale), columns);
      expect(found).not.toBeNull();
      expect(found).toEqual(factorOf(plainFactor(cloud, sigma * scale), columns));
    }),
    { numRuns: 120, seed: 14 },
  );
});
