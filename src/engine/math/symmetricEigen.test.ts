import { expect, test } from 'vitest';
import { symmetricEigenvalues } from './symmetricEigen';

test('eigenvalues of 2 x 2 matrices come in ascending order', () => {
  expect([...symmetricEigenvalues(Float64Array.of(2, 1, 1, 2), 2)]).toEqual([1, 3]);
  expect([...symmetricEigenvalues(Float64Array.of(-2, 1, 1, -2), 2)]).toEqual([-3, -1]);
  expect([...symmetricEigenvalues(new Float64Array(4), 2)]).toEqual([0, 0]);
});

test('a tiny eigenvalue survives beside a large one', () => {
  expect(symmetricEigenvalues(Float64Array.of(1, 0, 0, 1e-20), 2)[0]).toBe(1e-20);
});

test('larger matrices agree with their invariants', () => {
  const matrix = Float64Array.of(6, 2, 1, 2, 5, -1, 1, -1, 4);
  const values = symmetricEigenvalues(matrix, 3);
  expect(values[0] + values[1] + values[2]).toBeCloseTo(15, 12);
  expect(values[0] * values[1] * values[2]).toBeCloseTo(6 * 19 - 2 * 9 + 1 * -7, 10);
  expect(values[0]).toBeLessThanOrEqual(values[1]);
});
