/** Which numbers a run has. */
import { datasetOf, kindOf } from '../../engine/chosen';
import type { MetricDescription } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import { METRICS } from '../../engine/metrics/about';
import { describe } from '../../engine/refusal';
import { truths } from '../../engine/truths';

/** Of a whole run, and of no generation, as is the loss of a mode. */
const FIRST_LOSS = 'firstLoss';
/** Up to a generation, the last one where none is named. */
export const REAL_USED = 'realUsed';
const MODE = /^mode(?:Alive|Lost)\.([1-9]\d{0,3})$/;

/** Of these alone replicates have a share. */
export const isYesOrNo = (score: string): boolean => score === FIRST_LOSS || MODE.test(score);

export const SCORE_NAMES: readonly string[] = [...METRICS.map(({ id }) => id), ...truths.map(({ id }) => id), FIRST_LOSS, REAL_USED];

const metricOf = (score: string): MetricDescription | undefined => METRICS.find(({ id }) => id === score);

/** Behind the word "score", what is wrong with asking a run for this one; null where nothing is. */
export function scoreFault(score: string, experiment: Experiment): string | null {
  const { modes, name } = datasetOf(experiment);
  const mode = MODE.exec(score);
  if (mode || score === FIRST_LOSS) {
    if (modes === 0) return `= ${describe(score)}, but ${name} has no modes; take another score`;
    return mode && Number(mode[1]) > modes ? `= ${describe(score)}, but ${name} has modes 1 to ${modes}` : null;
  }
  if (score === REAL_USED) return null;
  const metric = metricOf(score);
  if (metric) {
    const means =
      metric.kinds.includes(kindOf(experiment).id) &&
      (modes > 0 || !metric.needsModes) &&
      (metric.ofDataset ?? experiment.dataset) === experiment.dataset;
    if (!means) return `= ${describe(score)} means nothing for ${name}; take another score`;
    return experiment.scores.includes(score) ? null : `= ${describe(score)} is not computed there; add it to scores= of the run`;
  }
  const truth = truths.find(({ id }) => id === score);
  if (!truth)
    return `= ${describe(score)} is not known; scores are ${SCORE_NAMES.join(', ')} modeAlive.1, modeAlive.2, …, and modeLost.1, modeLost.2, …`;
  const has = (truth.models as readonly string[]).includes(experiment.model) && (modes > 0 || !truth.needsModes);
  return has ? null : `= ${describe(score)} means nothing for this model and ${name}; take another score`;
}
