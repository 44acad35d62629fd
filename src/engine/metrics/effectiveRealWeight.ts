import { computedScores } from '../cures';
import type { Experiment } from '../experiment';
import type { Hygiene, LaneScores } from '../results';
import { about } from './about';
import type { Metric } from './scene';

/** No score of samples: the run knows it, see `realWeightIn`. */
export const effectiveRealWeight: Metric = {
  ...about('effectiveRealWeight'),
  compute: () => ({ undefined: 'it is not of samples but of a training set that a cure has acted on' }),
};

/** For an experiment: what a lane scores, with the weight of real data in its training set where that is known and one of the scores. */
export function realWeightIn(experiment: Experiment) {
  const { id } = effectiveRealWeight;
  const isWanted = computedScores(experiment).includes(id);
  return <Scored extends LaneScores>(scored: Scored, hygiene: Hygiene | undefined): Scored => {
    if (!isWanted || !hygiene) return scored;
    const { [id]: _, ...reasons } = scored.undefined;
    return { ...scored, scores: { ...scored.scores, [id]: hygiene.effectiveRealWeight }, undefined: reasons };
  };
}
