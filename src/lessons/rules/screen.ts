/** What is unlocked, shown and left as a thin line are things that there are. */
import { describe } from '../../engine/refusal';
import type { Fault, Path } from '../fault';
import { MODE_ALIVE } from '../scoreBehind';
import type { Rule } from './context';
import { SCORE_NAMES } from './scores';

function unknown(names: readonly string[], known: readonly string[], what: string, path: Path): Fault[] {
  return names.flatMap((name, at) =>
    known.includes(name) ? [] : [{ path: [...path, at], message: `= ${describe(name)} is no ${what}; allowed are ${known.join(', ') || 'none'}` }],
  );
}

export const screen: Rule = ({ lesson: { steps }, controls, ways, table }) =>
  steps.flatMap(({ unlock, show = [], ghost = [], play }, at): Fault[] => {
    const path = ['steps', at];
    const earlier = steps
      .filter((_, other) => ways.before[at].has(other) && other !== at && table.runs.some(({ step }) => step === other))
      .map(({ id }) => id);
    return [
      ...unknown(Array.isArray(unlock) ? unlock : [], controls, 'control', [...path, 'unlock']),
      ...unknown(show, [...controls, ...SCORE_NAMES, MODE_ALIVE], 'control and no score', [...path, 'show']),
      ...unknown(ghost, earlier, 'step before this one with a run', [...path, 'ghost']),
      ...(play && Array.isArray(unlock)
        ? [{ path: [...path, 'unlock'], message: 'names some controls, but in play all are free; write unlock: all' }]
        : []),
    ];
  });
