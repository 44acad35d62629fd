import type { Change, Experiment, Settings } from './experiment';

/** The experiment in force at generation `t`: every change up to `t` applied. */
export function settingsAt(experiment: Experiment, t: number): Experiment {
  const { changes } = experiment;
  let due = 0;
  while (due < changes.length && changes[due].generation <= t) due++;
  if (due === 0) return experiment;
  const stretches = stretchesOf.get(experiment) ?? [];
  stretchesOf.set(experiment, stretches);
  stretches[due] ??= Object.assign({}, experiment, ...changes.slice(0, due).map(({ settings }) => settings));
  return stretches[due];
}

/** Experiments as their changes leave them, by how many are due: laws and pictures ask for every generation of a long run. */
const stretchesOf = new WeakMap<Experiment, Experiment[]>();

/** The settings of every stretch of a run behind generation `after`. */
export function settingsInForce(experiment: Experiment, after = 0): readonly Experiment[] {
  const starts = experiment.changes.map(({ generation }) => generation).filter((generation) => generation > after + 1);
  return [after + 1, ...starts].map((t) => settingsAt(experiment, t));
}

/**
 * `experiment` with live keys changed from `generation` on. Later changes of the same keys go, for the new value would not outlive them;
 * those of other keys stay. What is in force already is no change.
 */
export function withChange(experiment: Experiment, generation: number, settings: Partial<Settings>): Experiment {
  const earlier = experiment.changes.filter((change) => change.generation < generation);
  const same = experiment.changes.find((change) => change.generation === generation);
  const later = experiment.changes.filter((change) => change.generation > generation).map((change) => withoutKeys(change, settings));
  const before = settingsAt({ ...experiment, changes: earlier }, generation);
  const changed = Object.entries({ ...same?.settings, ...settings }).filter(([key, value]) => before[key as keyof Settings] !== value);
  const now = { generation, settings: Object.fromEntries(changed) as Partial<Settings> };
  return { ...experiment, changes: [...earlier, now, ...later].filter((change) => Object.keys(change.settings).length > 0) };
}

/** `experiment` that starts with these live keys, whatever was set from generation 1 on. */
export function withStart(experiment: Experiment, settings: Partial<Settings>): Experiment {
  const changes = experiment.changes.map((change) => (change.generation === 1 ? withoutKeys(change, settings) : change));
  return { ...experiment, ...settings, changes: changes.filter((change) => Object.keys(change.settings).length > 0) };
}

function withoutKeys({ generation, settings }: Change, keys: Partial<Settings>): Change {
  return { generation, settings: Object.fromEntries(Object.entries(settings).filter(([key]) => !(key in keys))) as Partial<Settings> };
}

export function withoutChanges(experiment: Experiment, generations: readonly number[]): Experiment {
  return { ...experiment, changes: experiment.changes.filter((change) => !generations.includes(change.generation)) };
}
