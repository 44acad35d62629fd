import { expect, test } from 'vitest';
import { covarianceOf, meanOf } from './moments';

const rows = [1, 10, 2, 20, 6, 0];

test('mean and covariance of three rows', () => {
  const mean = meanOf(rows, 3, 2);
  expect([...mean]).toEqual([3, 10]);
  expect([...covarianceOf(rows, 3, 2, mean, 2)]).toEqual([7, -20, -20, 100]);
  expect([...covarianceOf(rows, 3, 2, mean, 3)]).toEqual([14 / 3, -40 / 3, -40 / 3, 200 / 3]);
});

test('an offset of 1e8 costs no digits of the covariance', () => {
  const far = rows.map((value) => value + 1e8);
  const mean = meanOf(far, 3, 2);
  expect([...covarianceOf(far, 3, 2, mean, 2)]).toEqual([7, -20, -20, 100]);
});

test('no rows give zeros, never NaN', () => {
  const mean = meanOf([], 0, 2);
  expect([...mean]).toEqual([0, 0]);
  expect([...covarianceOf([], 0, 2, mean, -1)]).toEqual([0, 0, 0, 0]);
});
