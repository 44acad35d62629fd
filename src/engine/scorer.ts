import type { Dataset, Host, Samples } from './contracts';
import { computedScores, curesOn } from './cures';
import type { Experiment } from './experiment';
import { kinds } from './kinds';
import type { Replicate } from './lanes';
import type { Beside, RealSide } from './metrics/scene';
import { prepareReference, type ScoreSheet, scoreSamples } from './metrics/scoring';
import { byId } from './registry';

export const NO_SCORES: ScoreSheet = { scores: {}, undefined: {}, shares: null };

/** Scores samples; yields often, so that nothing waits long behind it. */
export interface Scorer {
  /** What is known of each sample; null where no score asks its reader. */
  marksOf(samples: Samples): Uint8Array | null;
  /** Against the held-out real data of a replicate, prepared at the first call. */
  score(replicate: Replicate, samples: Samples, scores: readonly string[], beside: Omit<Beside, 'samples'>): AsyncGenerator<void, ScoreSheet>;
  /** Against other real samples, once. */
  scoreAgainst(real: Samples, samples: Samples, scores: readonly string[]): Generator<void, ScoreSheet>;
}

/** Samples are scored as they are, or by what the reader of their kind makes of them. */
export async function createScorer(experiment: Experiment, dataset: Dataset, host: Host): Promise<Scorer> {
  const kind = byId(kinds, dataset.kind);
  const isAsked = experiment.scores.length > 0 || curesOn(experiment, 'monitor');
  const reader = kind.reader && isAsked ? await kind.reader.open(host, experiment) : null;
  const modes = dataset.modes > 0 ? (dataset.density?.(experiment) ?? null) : null;
  const references = new Map<Replicate, RealSide>();
  const cloudOf = (samples: Samples) =>
    reader ? reader.features(samples) : { count: samples.count, dim: samples.dim, values: samples.values as Float64Array };

  function* prepare(real: Samples, initial: Samples | null): Generator<void, RealSide> {
    const cloud = cloudOf(real);
    yield;
    const classes = reader ? dataset.modes : 0;
    const whyNone = dataset.whyNoneHeldOut?.(experiment) ?? null;
    return yield* prepareReference(cloud, { kind: dataset.kind, k: experiment.k, modes, reader, classes, samples: real, initial, whyNone });
  }

  return {
    marksOf: (samples) => reader && (reader.marks?.(samples) ?? reader.classify?.(reader.features(samples), samples) ?? null),
    async *score(replicate, samples, scores, beside) {
      const reference = references.get(replicate) ?? (yield* prepare(await replicate.heldOut(experiment.evaluation), replicate.initial));
      references.set(replicate, reference);
      return yield* scoreSamples(reference, cloudOf(samples), computedScores(experiment, scores), { ...beside, samples });
    },
    *scoreAgainst(real, samples, scores) {
      return yield* scoreSamples(yield* prepare(real, null), cloudOf(samples), computedScores(experiment, scores), { samples });
    },
  };
}
