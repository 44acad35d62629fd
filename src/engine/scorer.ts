import type { Cloud, Dataset, Host, Samples } from './contracts';
import { computedScores, curesOn } from './cures';
import type { Experiment } from './experiment';
import { kinds } from './kinds';
import type { Replicate } from './lanes';
import type { RealSide } from './metrics/scene';
import { prepareReference, type ScoreSheet, scoreSamples } from './metrics/scoring';
import { byId } from './registry';

export const NO_SCORES: ScoreSheet = { scores: {}, undefined: {}, shares: null };

/** Scores samples; yields often, so that nothing waits long behind it. */
export interface Scorer {
  /** Which class each sample is, as the classifier reads it; null where no score asks it. */
  classesOf(samples: Samples): Uint8Array | null;
  /** Against the held-out real data of a replicate, prepared at the first call; `encodings`: of `samples`, by the replicate's generation 1. */
  score(replicate: Replicate, samples: Samples, scores: readonly string[], encodings: Cloud | null): AsyncGenerator<void, ScoreSheet>;
  /** Against other real samples, once. */
  scoreAgainst(real: Samples, samples: Samples, scores: readonly string[]): Generator<void, ScoreSheet>;
}

/** Samples are scored as they are, or by the features of their kind. */
export async function createScorer(experiment: Experiment, dataset: Dataset, host: Host): Promise<Scorer> {
  const { features } = byId(kinds, dataset.kind);
  const isAsked = experiment.scores.length > 0 || curesOn(experiment, 'monitor');
  const classifier = features && isAsked ? await features.open(host, experiment) : null;
  const modes = dataset.modes > 0 ? (dataset.density?.(experiment) ?? null) : null;
  const references = new Map<Replicate, RealSide>();
  const cloudOf = (samples: Samples): Cloud =>
    classifier ? classifier.features(samples) : { count: samples.count, dim: samples.dim, values: samples.values as Float64Array };

  function* prepare(real: Samples): Generator<void, RealSide> {
    const cloud = cloudOf(real);
    yield;
    return yield* prepareReference(cloud, {
      kind: dataset.kind,
      k: experiment.k,
      modes,
      classOf: classifier?.classify ?? null,
      probabilitiesOf: classifier?.probabilities ?? null,
      classes: classifier ? dataset.modes : 0,
    });
  }

  return {
    classesOf: (samples) => classifier?.classify(classifier.features(samples)) ?? null,
    async *score(replicate, samples, scores, encodings) {
      const reference = references.get(replicate) ?? (yield* prepare(await replicate.heldOut(experiment.evaluation)));
      references.set(replicate, reference);
      return yield* scoreSamples(reference, cloudOf(samples), computedScores(experiment, scores), encodings, samples);
    },
    *scoreAgainst(real, samples, scores) {
      return yield* scoreSamples(yield* prepare(real), cloudOf(samples), computedScores(experiment, scores), null, samples);
    },
  };
}
