import { expect, test } from 'vitest';
import { c4, digamma, lnGamma } from './gamma';

test('digamma at known points', () => {
  const euler = 0.5772156649015329;
  expect(digamma(1)).toBeCloseTo(-euler, 13);
  expect(digamma(0.5)).toBeCloseTo(-euler - 2 * Math.LN2, 13);
  expect(digamma(10)).toBeCloseTo(2.251752589066721, 13);
  expect(digamma(5000)).toBeCloseTo(Math.log(5000) - 1 / 10000 - 1 / (12 * 25e6), 13);
});

test('c4 as in tables of quality control', () => {
  expect(c4(2)).toBeCloseTo(Math.sqrt(2 / Math.PI), 13);
  expect(c4(3)).toBeCloseTo(Math.sqrt(Math.PI) / 2, 13);
  expect(c4(10)).toBeCloseTo(0.9726592741215884, 12);
  // 50-digit arithmetic
  expect(Math.abs(c4(100) / 0.9974779760712635 - 1)).toBeLessThan(3e-16);
  expect(Math.abs(c4(1000) / 0.9997497811015132 - 1)).toBeLessThan(3e-16);
  expect(c4(20000)).toBeCloseTo(1 - 1 / 80000 - 7 / (32 * 20000 * 20000), 10);
});

test('ln Gamma at known points', () => {
  expect(lnGamma(1)).toBeCloseTo(0, 13);
  expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  expect(lnGamma(11)).toBeCloseTo(Math.log(3628800), 12);
  expect(lnGamma(1001) / 5912.128178488163).toBeCloseTo(1, 14);
});
