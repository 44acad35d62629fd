import type { Change, Experiment } from '../../engine/experiment';
import { changeWords } from './changeWords';

/** What the reader did in one go: the changes of neighbouring generations to the same keys, as one drag of a slider leaves them. */
export interface Turn {
  readonly from: number;
  readonly generations: readonly number[];
  readonly short: string;
  readonly long: string;
}

const keysOf = ({ settings }: Change) => Object.keys(settings).sort().join();

const known = new WeakMap<Experiment, readonly Turn[]>();

/** Kept per experiment: every chart asks. */
export function turnsOf(experiment: Experiment): readonly Turn[] {
  const turns = known.get(experiment) ?? findTurns(experiment);
  known.set(experiment, turns);
  return turns;
}

function findTurns(experiment: Experiment): Turn[] {
  const groups: Change[][] = [];
  for (const change of experiment.changes) {
    const last = groups.at(-1)?.at(-1);
    if (last && change.generation === last.generation + 1 && keysOf(last) === keysOf(change)) groups.at(-1)?.push(change);
    else groups.push([change]);
  }
  return groups.map((group) => {
    const [first, last] = [group[0], group[group.length - 1]];
    const whole = { generation: first.generation, settings: last.settings };
    const when =
      group.length === 1 ? `from generation ${first.generation}` : `from generation ${first.generation} to ${last.generation}, step by step`;
    return {
      from: first.generation,
      generations: group.map(({ generation }) => generation),
      short: changeWords(experiment, whole, 'short'),
      long: `${when}: ${changeWords(experiment, whole, 'long')}`,
    };
  });
}
