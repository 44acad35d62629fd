import { describe, expect, test } from 'vitest';
import { gaussianCases } from '../../test/fixtures/mixtureCases';
import type { Modes } from './contracts';
import { SINGULAR } from './math/resolution';
import { compareWithTruth } from './truth';

const standard = (dim: number): Modes => ({ count: 1, dim, centres: new Float64Array(dim), weights: Float64Array.of(1), sigma: 1 });

describe('one Gaussian against the standard normal', () => {
  const shrunk = gaussianCases().filter(({ name }) => name.startsWith('to_standard_normal_shrunk'));

  test.each(shrunk)('$name: distance and divergence are those of the references', ({ first, expected }) => {
    const { truth, undefined: reasons } = compareWithTruth([{ weight: 1, ...first }], standard(first.mean.length), false);
    expect(truth.w2Squared).toBeCloseTo(expected.w2_squared, 12);
    // from the truth to the model
    expect(truth.kl).toBeCloseTo(expected.kl_2_1, 11);
    expect(reasons).toEqual({});
  });

  test('a singular covariance has neither divergence nor log determinant, and says why', () => {
    const line = { weight: 1, mean: new Float64Array(2), covariance: Float64Array.of(1, 2, 2, 4) };
    const { truth, undefined: reasons } = compareWithTruth([line], standard(2), false);
    expect(truth).toMatchObject({ kl: null, logDet: null, traceOverDim: 2.5 });
    expect(reasons).toEqual({ kl: SINGULAR, logDet: SINGULAR });
    expect(truth.w2Squared).toBeCloseTo(5 + 2 - 2 * Math.sqrt(5), 12);
  });
});

test('a mixture has the distance of its moments instead', () => {
  const half = (x: number) => ({ weight: 0.5, mean: Float64Array.of(x, 0), covariance: Float64Array.of(0.5, 0, 0, 1) });
  const { truth } = compareWithTruth([half(-Math.SQRT1_2), half(Math.SQRT1_2)], standard(2), false);
  expect(truth.momentFrechet).toBeCloseTo(0, 12);
  expect(Object.keys(truth)).not.toContain('kl');
});
