import { expect, test } from 'vitest';
import { choleskyLower } from './cholesky';

test('the factor of a 2 x 2 covariance', () => {
  expect([...choleskyLower(Float64Array.of(4, 2, 2, 10), 2)]).toEqual([2, 0, 1, 3]);
});

test("L L' is the matrix", () => {
  const matrix = Float64Array.of(6, 2, 1, 2, 5, -1, 1, -1, 4);
  const lower = choleskyLower(matrix, 3);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      let sum = 0;
      for (let k = 0; k < 3; k++) sum += lower[i * 3 + k] * lower[j * 3 + k];
      expect(sum).toBeCloseTo(matrix[i * 3 + j], 12);
    }
  }
});

test('a direction without variance gets a zero column', () => {
  expect([...choleskyLower(Float64Array.of(0, 0, 0, 9), 2)]).toEqual([0, 0, 0, 3]);
  const dependent = choleskyLower(Float64Array.of(1, 1, 1, 1), 2);
  expect([...dependent]).toEqual([1, 0, 1, 0]);
});
