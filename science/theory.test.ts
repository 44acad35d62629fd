import { describe, expect, it } from 'vitest';
import { passes } from './finding';
import { SIMULATED, simulated } from './theory';
import { closedFormDeviations, curveDeviations, curves } from './theoryCurves';
import { publishedValues } from './theoryPublished';

describe('the curves of the references', () => {
  const found = curveDeviations();

  it('agree to 1e-12, v and steady states included', () => {
    expect(Math.max(...found.curves.map(Math.abs))).toBeLessThan(1e-12);
    expect(Math.max(...found.steady.map(Math.abs))).toBeLessThan(1e-12);
  });

  it('and the closed forms of every loop up to generation 51', () => {
    const { moments, w2Squared } = closedFormDeviations();
    expect(moments.length + w2Squared.length).toBe(3015);
    expect(Math.max(...moments.map(Math.abs))).toBeLessThan(1e-12);
    // the file's own rounding, see theory.ts
    expect(Math.max(...w2Squared.map(Math.abs))).toBeLessThan(1e-10);
  });

  it('were compared whole', () => {
    const rows = Object.values(curves);
    // a, m, v, and a and m once more in the units of the truth
    expect(found.curves).toHaveLength(rows.length * 10 * 5);
    // a and m twice, v once where it is given
    expect(found.steady).toHaveLength(rows.flatMap((values) => values.slice(10)).reduce((sum, row) => sum + row.length + 2, 0));
  });
});

describe('published values', () => {
  it.each(publishedValues())('$what', ({ ours, theirs, limit }) => {
    expect(Math.abs(ours / theirs - 1)).toBeLessThanOrEqual(limit ?? Number.POSITIVE_INFINITY);
  });
});

describe('the engine beside its theory', () => {
  // the ring's 400 replicates take long: verify:science has them
  it.each(SIMULATED.filter(({ keys }) => keys.dataset !== 'ring'))('$what', { timeout: 120_000 }, async (setting) => {
    const finding = await simulated({ ...setting, replicates: setting.replicates / 2 });
    expect(finding.cases).toBeGreaterThan(15);
    expect(passes(finding), String(finding.worst)).toBe(true);
  });
});
