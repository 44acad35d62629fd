import type { Experiment } from '../engine/experiment';
import { isSameExperiment, parseQuery } from '../engine/experimentText';
import { BRIEFS } from './briefs';
import type { Brief } from './preset';

const opened = new Map<Brief, Experiment>();

/** What a preset's link says: read when it is first asked for, for all links together take longer than the page has at its start. */
function experimentOf(preset: Brief): Experiment {
  const known = opened.get(preset) ?? parseQuery(preset.query).experiment;
  opened.set(preset, known);
  return known;
}

function find(experiment: Experiment): Brief | null {
  const same = BRIEFS.find((preset) => {
    const theirs = experimentOf(preset);
    const { seed, replicates, generations, backend } = theirs;
    if (experiment.dataset !== theirs.dataset || experiment.generations < generations) return false;
    return isSameExperiment({ ...experiment, seed, replicates, generations, backend }, theirs);
  });
  return same ?? null;
}

const found = new WeakMap<Experiment, Brief | null>();

/**
 * The preset that this experiment is. Another seed or backend, more generations and another number of replicates, which is said, leave what it
 * shows as it was; a shorter run ends before that of which its words speak. Kept per experiment, for who draws it asks at every commit.
 */
export function presetOf(experiment: Experiment): Brief | null {
  const known = found.get(experiment);
  if (known !== undefined) return known;
  const preset = find(experiment);
  found.set(experiment, preset);
  return preset;
}
