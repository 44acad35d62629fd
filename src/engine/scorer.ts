import type { Cloud, Dataset, Host, Samples } from './contracts';
import { openDigitFeatures } from './datasets/digitFeatures';
import type { Experiment } from './experiment';
import type { Replicate } from './lanes';
import { prepareReference, type RealReference, type ScoreSheet, scoreSamples } from './metrics/scoring';

export const NO_SCORES: ScoreSheet = { scores: {}, undefined: {}, shares: null };

/** Scores samples against the held-out real data of their replicate; yields often, so that nothing waits long behind it. */
export interface Scorer {
  score(replicate: Replicate, samples: Samples): AsyncGenerator<void, ScoreSheet>;
}

/** Points are scored as they are, images by the 64 features of a small classifier. */
export async function createScorer(experiment: Experiment, dataset: Dataset, host: Host): Promise<Scorer> {
  const classifier = dataset.kind === 'images' && experiment.scores.length > 0 ? await openDigitFeatures(host, experiment.resolution) : null;
  const modes = dataset.modes > 0 ? (dataset.density?.(experiment) ?? null) : null;
  const references = new Map<Replicate, RealReference>();
  const cloudOf = (samples: Samples): Cloud =>
    classifier ? classifier.features(samples) : { count: samples.count, dim: samples.dim, values: samples.values as Float64Array };

  return {
    async *score(replicate, samples) {
      let reference = references.get(replicate);
      if (!reference) {
        const heldOut = cloudOf(await replicate.heldOut(experiment.evaluation));
        yield;
        reference = yield* prepareReference(heldOut, {
          kind: dataset.kind,
          k: experiment.k,
          modes,
          classOf: classifier?.classify ?? null,
          classes: classifier ? dataset.modes : 0,
          scores: experiment.scores,
        });
        references.set(replicate, reference);
      }
      return yield* scoreSamples(reference, cloudOf(samples));
    },
  };
}
