import type { MetricDescription } from './descriptions';
import type { Experiment } from './experiment';
import type { Keys } from './keys/key';
import { METRICS } from './metrics/about';
import { STEP_KEYS, STEPS } from './steps/about';

/** The keys that switch a step on: all others wait for one of these. */
const SWITCHES = Object.keys(STEP_KEYS).filter((key) => !(STEP_KEYS as Keys)[key].waits) as (keyof typeof STEP_KEYS)[];

/** Whether a step stands between sampling and training, from the start or behind a change. @param cure the key that switches it on; any where it says nothing */
export function curesOn({ changes, ...start }: Experiment, cure?: string): boolean {
  const isOn = (settings: Partial<Experiment>, key: keyof typeof STEP_KEYS) => key in settings && settings[key] !== STEP_KEYS[key].fallback(start);
  return SWITCHES.some((key) => (cure ?? key) === key && [start, ...changes.map(({ settings }) => settings)].some((settings) => isOn(settings, key)));
}

/** The steps that are on under some settings, by their ids, in the order in which they act. */
export const stepsOn = (settings: Experiment): readonly string[] =>
  STEPS.filter(({ keys }) => SWITCHES.some((key) => keys?.includes(key) && settings[key] !== STEP_KEYS[key].fallback(settings))).map(({ id }) => id);

/** Whether a score can be one of an experiment: that of one dataset nowhere else, those of cures where a cure is on or they are asked for by name. */
export function canScore(experiment: Experiment, { id, ofCures, ofDataset = experiment.dataset }: MetricDescription): boolean {
  const isNamed = experiment.scores.length < METRICS.length && experiment.scores.includes(id);
  return ofDataset === experiment.dataset && (!ofCures || isNamed || curesOn(experiment));
}

/** Those of some scores, of all of the experiment's unless they are given, that can be. */
export const computedScores = (experiment: Experiment, scores = experiment.scores): readonly string[] =>
  METRICS.filter((metric) => scores.includes(metric.id) && canScore(experiment, metric)).map(({ id }) => id);
