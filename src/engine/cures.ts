import type { MetricDescription } from './descriptions';
import { type Experiment, KEYS, type Key, SCHEMA } from './experiment';
import { specOf } from './keyText';
import { METRICS } from './metrics/about';
import { STEP_KEYS, STEPS } from './steps/about';

/** The keys that switch a cure on: of those of steps the ones that wait for no other, and those of models. */
const SWITCHES = KEYS.filter((key): key is Exclude<Key, 'changes'> => (key in STEP_KEYS && !specOf(key).waits) || specOf(key).cure === true);

const isOn = (settings: Partial<Experiment>, key: (typeof SWITCHES)[number], start: Experiment) =>
  key in settings && settings[key] !== SCHEMA[key].fallback(start);

/** Whether a cure acts, from the start or behind a change. @param cure the key that switches it on; any where it says nothing */
export function curesOn(experiment: Experiment, cure?: string): boolean {
  const all = [experiment, ...experiment.changes.map(({ settings }) => settings)];
  return SWITCHES.some((key) => (cure ?? key) === key && all.some((settings) => isOn(settings, key, experiment)));
}

/** The steps that are on under some settings, by their ids, in the order in which they act. */
export const stepsOn = (settings: Experiment): readonly string[] =>
  STEPS.filter(({ keys }) => SWITCHES.some((key) => keys?.includes(key) && isOn(settings, key, settings))).map(({ id }) => id);

/** Whether a score can be one of an experiment: that of one dataset nowhere else, those of cures where a cure is on or they are asked for by name. */
export function canScore(experiment: Experiment, { id, ofCures, ofDataset = experiment.dataset }: MetricDescription): boolean {
  const isNamed = experiment.scores.length < METRICS.length && experiment.scores.includes(id);
  return ofDataset === experiment.dataset && (!ofCures || isNamed || curesOn(experiment));
}

/** Those of some scores, of all of the experiment's unless they are given, that can be. */
export const computedScores = (experiment: Experiment, scores = experiment.scores): readonly string[] =>
  METRICS.filter((metric) => scores.includes(metric.id) && canScore(experiment, metric)).map(({ id }) => id);
