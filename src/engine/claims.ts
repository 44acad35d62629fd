import { type Experiment, LIVE_KEYS, type LiveKey, SCHEMA } from './experiment';
import { settingsAt } from './settings';

/**
 * The first live key that was off its default in some generation up to `t` and is none of `accounted`: what is said of a run, by a law or in a
 * sentence, holds for the keys that it names and for the defaults of all others. Null where there is none. Keys without effect don't count.
 */
export function unaccounted(experiment: Experiment, t: number, accounted: readonly LiveKey[]): LiveKey | null {
  const starts = [1, ...experiment.changes.map(({ generation }) => generation)].filter((generation) => generation <= t);
  // what comes later says nothing of now
  const inForce = starts.map((generation) => ({ ...settingsAt(experiment, generation), changes: [] }));
  const isOff = (key: LiveKey) => inForce.some((settings) => SCHEMA[key].applies(settings) && settings[key] !== SCHEMA[key].fallback(experiment));
  return LIVE_KEYS.find((key) => !accounted.includes(key) && isOff(key)) ?? null;
}
