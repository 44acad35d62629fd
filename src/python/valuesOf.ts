import type { Experiment, LiveKey } from '../engine/experiment';
import { settingsAt } from '../engine/settings';

/** The values that a setting has in the course of a run. */
export function valuesOf<Key extends LiveKey>(experiment: Experiment, key: Key): readonly Experiment[Key][] {
  const later = experiment.changes.filter(({ generation, settings }) => generation > 1 && key in settings);
  return [settingsAt(experiment, 1)[key], ...later.map(({ settings }) => settings[key] as Experiment[Key])];
}
