import reference from '@stdlib/math-base-special-exp';
import { expect, test } from 'vitest';
import { exp } from './exp';

test('agrees with @stdlib to 2 epsilon over the normal doubles', () => {
  let worst = 0;
  for (let x = -708; x <= 709.78; x += 0.0371) worst = Math.max(worst, Math.abs(exp(x) / reference(x) - 1));
  for (let x = -1; x <= 1; x += 0.00037) worst = Math.max(worst, Math.abs(exp(x) / reference(x) - 1));
  expect(worst).toBeLessThanOrEqual(2 * Number.EPSILON);
});

test('ends of the range', () => {
  expect(exp(0)).toBe(1);
  expect(exp(-Infinity)).toBe(0);
  expect(exp(-708)).toBeCloseTo(reference(-708), 320);
  for (let x = -708.01; x > -760; x -= 0.013) expect(exp(x)).toBe(0);
  expect(exp(Infinity)).toBe(Infinity);
  expect(exp(710)).toBe(Infinity);
  expect(exp(709.78)).toBeLessThan(Infinity);
  expect(exp(Number.NaN)).toBeNaN();
});
