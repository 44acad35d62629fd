import type { Experiment } from '../engine/experiment';
import { parseQuery, printQuery } from '../engine/experimentText';
import type { Preset } from './preset';
import { PRESETS } from './presets';

const opened = PRESETS.map((preset) => ({ preset, experiment: parseQuery(preset.query).experiment }));

/** The preset that this experiment is. Other seeds, more replicates, another length or backend leave what it shows as it was. */
export function presetOf(experiment: Experiment): Preset | null {
  const same = opened.find(({ experiment: theirs }) => {
    const { seed, replicates, generations, backend } = theirs;
    if (experiment.dataset !== theirs.dataset) return false;
    return printQuery({ ...experiment, seed, replicates, generations, backend }) === printQuery(theirs);
  });
  return same?.preset ?? null;
}
