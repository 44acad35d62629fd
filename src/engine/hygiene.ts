import type { Step, Told, TrainingSet } from './contracts';
import { curesOn } from './cures';
import type { Experiment } from './experiment';
import type { Recipe } from './recipe';
import type { Hygiene } from './results';
import { countMade, isMade } from './trainingSet';

/** Whether there is a report under some settings: a cure is on, be it a step or a model's own. */
export const areReported = (steps: readonly Step[], settings: Experiment): boolean =>
  steps.some((step) => step.isOn(settings)) || curesOn({ ...settings, changes: [] });

/** What the steps report of D_t: what they told, and how much of it is real. */
export function hygieneOf(set: TrainingSet, { store }: Pick<Recipe, 'store'>, told: Told = {}): Hygiene {
  const { count } = set.samples;
  const realShare = count > 0 ? (count - countMade(set)) / count : 0;
  return {
    removedReal: told.removedReal ?? 0,
    removedSynthetic: told.removedSynthetic ?? 0,
    realShare,
    effectiveRealWeight: set.weight ? Math.min(1, weightOfReal(set, set.weight)) : realShare,
    alarm: false,
    action: 'none',
    storeSize: store,
    remark: told.remark ?? '',
  };
}

function weightOfReal(set: TrainingSet, weight: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < weight.length; row++) if (!isMade(set, row)) sum += weight[row];
  return sum;
}

/** The report of a generation for which nothing was trained: the monitor has stopped the lane. */
export const hygieneOfStopped = ({ store }: Pick<Recipe, 'store'>): Hygiene => ({
  removedReal: 0,
  removedSynthetic: 0,
  realShare: null,
  effectiveRealWeight: null,
  alarm: false,
  action: 'stop',
  storeSize: store,
  remark: '',
});
