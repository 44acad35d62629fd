import { expect, test } from 'vitest';
import { metricCases } from '../../../test/fixtures/metricCases';
import { comparisonsOf, familyOf, NOT_COMPARED } from '../../../test/fixtures/metricComparisons';

const cases = metricCases();

test.each(cases)(
  '$name: every score agrees, and is undefined exactly where the reference is',
  (item) => {
    const comparisons = comparisonsOf(item);
    for (const { key, mine, wanted, tolerance } of comparisons) {
      if (wanted === 'undefined') {
        expect(mine, key).toHaveProperty('undefined');
        continue;
      }
      expect(mine, key).toHaveProperty('value');
      if ('value' in mine) expect(Math.abs(mine.value - wanted), `${key} ${mine.value} ${wanted}`).toBeLessThanOrEqual(tolerance);
    }
    const compared = new Set(comparisons.map(({ key }) => key));
    const missing = Object.keys(item.expected).filter((key) => !compared.has(key));
    expect([...new Set(missing.map(familyOf))].sort(), 'left out, but for those listed with a reason').toEqual(Object.keys(NOT_COMPARED).sort());
  },
  60_000,
);

test('no case was left out', () => {
  expect(cases).toHaveLength(44);
});
