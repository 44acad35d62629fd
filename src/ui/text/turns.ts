import type { Change, Experiment, LiveKey, Settings } from '../../engine/experiment';
import { settingsAt } from '../../engine/settings';
import { changeWords } from './changeWords';

/** What the reader did in one go: changes of the same keys within a few generations, as a drag of a slider or some presses leave them. */
export interface Turn {
  readonly from: number;
  readonly generations: readonly number[];
  readonly short: string;
  readonly long: string;
}

/** Generations between two presses on the same slider that are one turn. */
const NEAR = 5;

const keysOf = ({ settings }: Change) => Object.keys(settings).sort().join();

const known = new WeakMap<Experiment, readonly Turn[]>();

/** Kept per experiment: every chart asks. */
export function turnsOf(experiment: Experiment): readonly Turn[] {
  const turns = known.get(experiment) ?? findTurns(experiment);
  known.set(experiment, turns);
  return turns;
}

/** The value of each key that lies farthest from what it was before; of a choice the first other one. */
function farthest(experiment: Experiment, group: readonly Change[]): Partial<Settings> {
  const before = settingsAt(experiment, group[0].generation - 1);
  const distance = (value: unknown, was: unknown) => (typeof value === 'number' ? Math.abs(value - Number(was)) : Number(value !== was));
  const pick = (key: LiveKey) =>
    group
      .map(({ settings }) => settings[key] ?? before[key])
      .reduce((best, value) => (distance(value, before[key]) > distance(best, before[key]) ? value : best));
  return Object.fromEntries((Object.keys(group[0].settings) as LiveKey[]).map((key) => [key, pick(key)]));
}

function findTurns(experiment: Experiment): Turn[] {
  const groups: Change[][] = [];
  for (const change of experiment.changes) {
    const last = groups.at(-1)?.at(-1);
    if (last && change.generation <= last.generation + NEAR && keysOf(last) === keysOf(change)) groups.at(-1)?.push(change);
    else groups.push([change]);
  }
  return groups.map((group) => {
    const [first, last] = [group[0], group[group.length - 1]];
    const whole = { generation: first.generation, settings: last.settings };
    const by = farthest(experiment, group);
    const when =
      group.length === 1 ? `from generation ${first.generation}` : `from generation ${first.generation} to ${last.generation}, step by step`;
    return {
      from: first.generation,
      generations: group.map(({ generation }) => generation),
      short: changeWords(experiment, whole, 'short', by),
      long: `${when}: ${changeWords(experiment, whole, 'long', by)}`,
    };
  });
}
