import { computedScores } from '../cures';
import type { Experiment } from '../experiment';
import type { Hygiene, LaneScores } from '../results';
import { about } from './about';
import type { Metric } from './scene';

/** No score of samples: the run knows it, see `withRealWeight`. */
export const effectiveRealWeight: Metric = {
  ...about('effectiveRealWeight'),
  compute: () => ({ undefined: 'it is not of samples but of a training set that a cure has acted on' }),
};

/** What a lane scores, with the weight of real data in its training set where that is known and one of the experiment's scores. */
export function withRealWeight<Scored extends LaneScores>(scored: Scored, hygiene: Hygiene | undefined, experiment: Experiment): Scored {
  const { id } = effectiveRealWeight;
  if (!hygiene || !computedScores(experiment).includes(id)) return scored;
  const { [id]: _, ...reasons } = scored.undefined;
  return { ...scored, scores: { ...scored.scores, [id]: hygiene.effectiveRealWeight }, undefined: reasons };
}
