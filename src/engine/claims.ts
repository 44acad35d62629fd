import { type Experiment, KEYS, type Key, LIVE_KEYS, SCHEMA } from './experiment';
import { specOf } from './keyText';
import { settingsAt } from './settings';
import { STEP_KEYS } from './steps/about';

/** The keys that say what happens on the way: the live ones, and those of cures that can't be changed any more. */
const TELLING = KEYS.filter(
  (key): key is Exclude<Key, 'changes'> => (LIVE_KEYS as readonly Key[]).includes(key) || key in STEP_KEYS || specOf(key).cure === true,
);

/**
 * The first of these keys that was off its default in some generation up to `t` and is none of `accounted`: what is said of a run, by a law or in a
 * sentence, holds for the keys that it names and for the defaults of all others. Null where there is none. Keys without effect don't count.
 */
export function unaccounted(experiment: Experiment, t: number, accounted: readonly Key[]): Key | null {
  const starts = [1, ...experiment.changes.map(({ generation }) => generation)].filter((generation) => generation <= t);
  // what comes later says nothing of now
  const inForce = starts.map((generation) => ({ ...settingsAt(experiment, generation), changes: [] }));
  const isOff = (key: (typeof TELLING)[number]) =>
    inForce.some((settings) => SCHEMA[key].applies(settings) && settings[key] !== SCHEMA[key].fallback(experiment));
  return TELLING.find((key) => !accounted.includes(key) && isOff(key)) ?? null;
}
