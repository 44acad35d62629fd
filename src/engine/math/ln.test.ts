import reference from '@stdlib/math-base-special-ln';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ln } from './ln';

test('has the bits of @stdlib', () => {
  fc.assert(
    fc.property(fc.double(), (x) => Object.is(ln(x), reference(x))),
    { numRuns: 20_000, seed: 1 },
  );
  let different = 0;
  const compare = (x: number) => {
    if (!Object.is(ln(x), reference(x))) different++;
  };
  for (let x = 0.00001; x < 2; x += 0.0000173) compare(x);
  for (let k = -1074; k <= 1023; k++) for (const part of [1, 1 + 2 ** -52, 1.25, Math.SQRT2, 1.5, 2 - 2 ** -52]) compare(part * 2 ** k);
  for (let ulps = -40; ulps <= 40; ulps++) compare(1 + (ulps * Number.EPSILON) / 2);
  expect(different).toBe(0);
});

test('ends of the range', () => {
  for (const x of [0, -0, -1, Infinity, -Infinity, Number.NaN, Number.MIN_VALUE, Number.MAX_VALUE]) expect(ln(x)).toBe(reference(x));
});
