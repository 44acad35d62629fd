import type { Cloud, Score } from '../contracts';
import { coverage } from './coverage';
import { density } from './density';
import { effectiveRankOf } from './effectiveRank';
import { frechetDistance } from './frechetDistance';
import { mmdUnbiased } from './mmd';
import { precision } from './precision';
import { finiteScore } from './range';
import { recall } from './recall';
import { isUndefined, PAIR_LIMIT, PreparedCloud, Scene, tooMany } from './scene';
import { slicedW2Squared } from './slicedWasserstein';
import { traceRatio } from './traceRatio';
import { vendiRbf } from './vendi';

export interface ComparisonOptions {
  readonly k: number;
  /** of the RBF kernel in the Vendi scores and the MMD; null = half the median pairwise distance of the real samples */
  readonly bandwidth: number | null;
  /** unit directions [count, dim] of the sliced Wasserstein distance */
  readonly projections: Cloud;
}

/** Kernel directions of a Vendi score: up to so many samples always have one, after half a minute at most. */
const RANK_LIMIT = 2000;

/** All scores of two clouds of one dimension, by name, in the order in which the `score` command prints them. Coordinates are not `outOfRange`. */
export function* compareClouds(real: Cloud, synthetic: Cloud, options: ComparisonOptions): Generator<void, Record<string, Score>> {
  const { k, projections } = options;
  const prepared = new PreparedCloud(real, 'real', k);
  const scene = new Scene({ kind: 'points', k, prepared, modes: null, classes: null, reader: null, initial: null }, synthetic);
  const scores: Record<string, Score> = {};
  for (const metric of [frechetDistance, precision, recall, density, coverage]) {
    const computed = metric.compute(scene);
    scores[metric.id] = 'next' in computed ? yield* computed : computed;
  }
  const bandwidth = options.bandwidth === null ? yield* prepared.bandwidth() : { value: options.bandwidth };
  scores.mmdUnbiased = isUndefined(bandwidth) ? bandwidth : yield* mmdUnbiased(real, synthetic, bandwidth.value);
  scores.slicedW2Squared = slicedW2Squared(real, synthetic, projections);
  scores.vendiReal = isUndefined(bandwidth) ? bandwidth : yield* vendiOf(real, 'real', bandwidth.value);
  scores.vendiSynthetic = isUndefined(bandwidth) ? bandwidth : yield* vendiOf(synthetic, 'generated', bandwidth.value);
  const ratio = traceRatio.compute(scene);
  scores.traceRatio = 'next' in ratio ? yield* ratio : ratio;
  scores.effectiveRankReal = effectiveRankOf(scene.real);
  scores.effectiveRankSynthetic = effectiveRankOf(scene.synthetic);
  return Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, finiteScore(score)]));
}

function* vendiOf(cloud: Cloud, name: string, sigma: number): Generator<void, Score> {
  return cloud.count > PAIR_LIMIT ? tooMany(name, cloud.count) : yield* vendiRbf(cloud, sigma, RANK_LIMIT);
}
