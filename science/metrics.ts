import { metricCases } from '../test/fixtures/metricCases';
import { comparisonsOf, familyOf, type MetricComparison, NOT_COMPARED } from '../test/fixtures/metricComparisons';
import type { Family, Finding } from './finding';

const NEIGHBOURS = ['precision', 'recall', 'density', 'coverage'];
const DIGITS = 'what is left of the 16 digits of a float64 after sums over all points, measured with the references';

/** Scores that one row stands for, by the names of the reference. */
const ROWS: readonly { readonly what: string; readonly keys: readonly string[]; readonly reason: string }[] = [
  {
    what: 'Frechet distance',
    keys: ['frechet_distance'],
    reason: '1e-10 of tr Cov X + tr Cov Y + |mean X - mean Y|²: at an offset of a million 6 of 16 digits are the offset’s',
  },
  { what: 'Precision, recall, density, coverage (both k)', keys: NEIGHBOURS, reason: '1e-12: shares of counts, so any wrong comparison shows' },
  {
    what: 'MMD, unbiased',
    keys: ['mmd2_rbf_unbiased'],
    reason: `1e-9 relative + 1e-12 (1e-9 for data at an offset of a million): ${DIGITS}`,
  },
  {
    what: 'Sliced Wasserstein distance',
    keys: ['sliced_w2_squared'],
    reason: `1e-9 relative + 1e-12 of the squared spread (1e-9 at an offset of a million): ${DIGITS}`,
  },
  {
    what: 'Vendi score, Gaussian and cosine kernel',
    keys: ['vendi_rbf_real', 'vendi_rbf_synthetic', 'vendi_cosine_real', 'vendi_cosine_synthetic'],
    reason: `1e-9 relative: ${DIGITS}`,
  },
  { what: 'Variance ratio', keys: ['trace_cov_ratio'], reason: `1e-9 relative: ${DIGITS}` },
  { what: 'Effective rank', keys: ['effective_rank_real', 'effective_rank_synthetic'], reason: `1e-9 relative: ${DIGITS}` },
  {
    what: 'Median pairwise distance (it sets the bandwidth)',
    keys: ['median_pairwise_distance_pooled'],
    reason: '1e-12 relative: one distance of two points, chosen exactly',
  },
];

/** All scores of the 44 pairs of point sets, duplicates, offsets, singular and one-point sets included. */
export const metrics: Family = {
  name: 'metrics',

  async check(say) {
    const cases = metricCases();
    const comparisons = cases.flatMap((item, at) => {
      say(`${at + 1} of ${cases.length}: ${item.name}`);
      return comparisonsOf(item);
    });
    const unlisted = new Set(cases.flatMap(({ expected }) => Object.keys(expected).map(familyOf)));
    for (const { key } of comparisons) unlisted.delete(familyOf(key));
    for (const key of Object.keys(NOT_COMPARED)) unlisted.delete(key);
    if (unlisted.size > 0) throw new Error(`not compared, and not listed with a reason: ${[...unlisted].join(', ')}`);
    return [...ROWS.map((row) => valuesFinding(row, comparisons)), undefinedFinding(comparisons)];
  },
};

function valuesFinding({ what, keys, reason }: (typeof ROWS)[number], comparisons: readonly MetricComparison[]): Finding {
  const shares = comparisons.flatMap(({ key, mine, wanted, tolerance }) => {
    if (!keys.includes(familyOf(key)) || wanted === 'undefined' || !('value' in mine)) return [];
    const away = Math.abs(mine.value - wanted);
    return [away === 0 ? 0 : away / tolerance];
  });
  return { what, against: 'metrics-*.json', cases: shares.length, worst: Math.max(...shares), limit: 1, unit: 'share of the tolerance', reason };
}

function undefinedFinding(comparisons: readonly MetricComparison[]): Finding {
  const differing = comparisons.filter(({ mine, wanted }) => 'value' in mine === (wanted === 'undefined'));
  return {
    what: 'Undefined exactly where the reference is (one point, an empty set, fewer points than neighbours, no variance, …)',
    against: 'metrics-*.json',
    cases: comparisons.length,
    worst: differing.length,
    limit: 0,
    unit: 'scores that differ in this',
    reason: 'a score without meaning must not be a number, nor one with meaning be withheld',
  };
}
