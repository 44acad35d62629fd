import { describe, expect, test } from 'vitest';
import { type MetricCase, metricCases } from '../../../test/fixtures/metricCases';
import type { Cloud, Score } from '../contracts';
import { medianPairwiseDistance } from '../math/pairwiseMedian';
import { finish } from '../math/steps';
import { compareClouds } from './comparison';
import { effectiveRankOf } from './effectiveRank';
import { squaredFrechet } from './frechetDistance';
import { PreparedCloud } from './scene';
import { prepareReference, scoreSamples } from './scoring';
import { vendiCosine } from './vendi';

const cases = metricCases();
let compared = 0;

function cloudOf(rows: MetricCase['real'], dim: number): Cloud {
  return { count: rows.length, dim, values: Float64Array.from(rows.flat()) };
}

/** `score` equals the reference value within `tolerance`, and is undefined exactly where the reference is. */
function agree({ name, expected }: MetricCase, key: string, score: Score, tolerance: number): void {
  const wanted = expected[key];
  if (wanted === undefined) throw new Error(`${name}: the reference has no ${key}`);
  compared++;
  if (wanted === 'undefined') {
    expect(score, `${name} ${key}`).toHaveProperty('undefined');
    return;
  }
  expect(score, `${name} ${key}`).toHaveProperty('value');
  if ('value' in score) expect(Math.abs(score.value - wanted), `${name} ${key} ${score.value} ${wanted}`).toBeLessThanOrEqual(tolerance);
}

function relative(reference: number | 'undefined', rtol: number): number {
  return reference === 'undefined' ? 0 : rtol * Math.abs(reference);
}

describe.each(cases)('$name', (item) => {
  const { params, expected } = item;
  const real = cloudOf(item.real, params.d);
  const synthetic = cloudOf(item.synthetic, params.d);

  test.each(params.k)('neighbour scores at k = %i are exact', (k) => {
    const reference = finish(
      prepareReference(real, { kind: 'points', k, modes: null, classOf: null, classes: 0, scores: ['precision', 'recall', 'density', 'coverage'] }),
    );
    const sheet = finish(scoreSamples(reference, synthetic));
    for (const id of ['precision', 'recall', 'density', 'coverage']) {
      const value = sheet.scores[id];
      agree(item, `${id}_k${k}`, value === null ? { undefined: sheet.undefined[id] } : { value }, 1e-12);
    }
  });

  test('Frechet distance, trace ratio and effective rank', () => {
    const [x, y] = [new PreparedCloud(real, 'real', 5), new PreparedCloud(synthetic, 'generated', 5)];
    let s2 = 0;
    for (let a = 0; a < params.d; a++) s2 += (x.mean[a] - y.mean[a]) ** 2 + x.covariance[a * params.d + a] + y.covariance[a * params.d + a];
    agree(item, 'frechet_distance', finish(squaredFrechet(x, y)), 1e-10 * Math.max(s2, 1e-12 * params.coordinate_scale ** 2));

    const sheet = finish(
      scoreSamples(
        finish(prepareReference(real, { kind: 'points', k: 5, modes: null, classOf: null, classes: 0, scores: ['traceRatio'] })),
        synthetic,
      ),
    );
    const ratio = sheet.scores.traceRatio;
    agree(
      item,
      'trace_cov_ratio',
      ratio === null ? { undefined: sheet.undefined.traceRatio } : { value: ratio },
      relative(expected.trace_cov_ratio, 1e-9),
    );
    agree(item, 'effective_rank_real', effectiveRankOf(x), relative(expected.effective_rank_real, 1e-9));
    agree(item, 'effective_rank_synthetic', effectiveRankOf(y), relative(expected.effective_rank_synthetic, 1e-9));
  });

  test('what the score command prints', () => {
    const projections = cloudOf(params.projections, params.d);
    const scores = finish(compareClouds(real, synthetic, { k: params.k[1], bandwidth: params.rbf_sigma, projections }));
    expect(Object.keys(scores)).toHaveLength(12);
    const loose = item.name.startsWith('offset') ? 1e3 : 1;
    const near = (key: string, power: number) => relative(expected[key], 1e-9) + 1e-12 * loose * params.spread ** power;
    agree(item, 'mmd2_rbf_unbiased', scores.mmdUnbiased, near('mmd2_rbf_unbiased', 0));
    agree(item, 'sliced_w2_squared', scores.slicedW2Squared, near('sliced_w2_squared', 2));
    agree(item, `recall_k${params.k[1]}`, scores.recall, 1e-12);
    agree(item, 'vendi_rbf_real', scores.vendiReal, relative(expected.vendi_rbf_real, 1e-9));
    agree(item, 'vendi_rbf_synthetic', scores.vendiSynthetic, relative(expected.vendi_rbf_synthetic, 1e-9));
  }, 60_000);

  test('Vendi scores with the cosine kernel and the median distance', () => {
    for (const [name, cloud] of [
      ['real', real],
      ['synthetic', synthetic],
    ] as const) {
      agree(item, `vendi_cosine_${name}`, vendiCosine(cloud), relative(expected[`vendi_cosine_${name}`], 1e-9));
    }
    const pooled = { count: real.count + synthetic.count, dim: params.d, values: Float64Array.from([...real.values, ...synthetic.values]) };
    const median = finish(medianPairwiseDistance(pooled));
    agree(item, 'median_pairwise_distance_pooled', { value: median }, relative(expected.median_pairwise_distance_pooled, 1e-12));
  });
});

test('no case was skipped', () => {
  expect(cases.length).toBe(44);
  expect(compared).toBe(44 * (2 * 4 + 4 + 5 + 3));
});
