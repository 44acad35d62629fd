import { describe, expect, test } from 'vitest';
import { gaussianCases, gaussianDeviations } from '../../../test/fixtures/mixtureCases';

const cases = gaussianCases();
let compared = 0;

describe.each(cases)('$name', (item) => {
  test('agrees with 50 digits', () => {
    for (const { value, actual, wanted, share } of gaussianDeviations(item)) {
      expect(share, `${value}: ${actual}, wanted ${wanted}`).toBeLessThanOrEqual(1);
      compared++;
    }
  });
});

test('no value was skipped', () => {
  expect(cases.length).toBe(21);
  expect(compared).toBe(21 * 5 + 18 * 4);
});
