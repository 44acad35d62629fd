/** What comes recorded is a run, and one of pictures: these take long, and fit into a file. */
import { kindOf } from '../../engine/chosen';
import type { Fault } from '../fault';
import type { Rule } from './context';

const KIND = 'images';

export const recorded: Rule = ({ lesson: { steps }, table: { runs } }) =>
  steps.flatMap(({ recorded: isRecorded, budget }, at): Fault[] => {
    const own = runs.filter(({ step }) => step === at);
    const path = ['steps', at];
    if (own.length === 0) {
      const names = [...(isRecorded ? ['recorded'] : []), ...(budget === undefined ? [] : ['budget'])];
      return names.map((name) => ({ path: [...path, name], message: 'is of a run, and the step has none; add run: or leave it out' }));
    }
    const other = isRecorded ? own.find(({ experiment }) => kindOf(experiment).id !== KIND) : undefined;
    return other ? [{ path: [...path, 'recorded'], message: `is for runs of digits, and ${other.name} is none; leave it out` }] : [];
  });
