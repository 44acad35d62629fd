/** Every way through a lesson goes on, and ends in a step with a quiz. */
import { describe } from '../../engine/refusal';
import type { Fault } from '../fault';
import type { Rule } from './context';

export const graph: Rule = ({ lesson: { steps }, ways: { after, before } }) => {
  const ids = steps.map(({ id }) => id);
  return steps.flatMap(({ id, next = [], quiz }, at): Fault[] => {
    const path = ['steps', at];
    const branches = next.flatMap((branch, nth): Fault[] => {
      const place = [...path, 'next', nth];
      if (!ids.includes(branch.go)) return [{ path: [...place, 'go'], message: `= ${describe(branch.go)} is no step; steps are ${ids.join(', ')}` }];
      const isLast = nth === next.length - 1;
      if (isLast && branch.if) return [{ path: place, message: 'is the last branch and has an `if`; add one without, for when none holds' }];
      if (!isLast && !branch.if) return [{ path: place, message: 'has no `if`, so those behind it are never taken; put it last' }];
      return [];
    });
    const circle =
      before[at].has(at) && firstOfCircle(at, before) ? [{ path, message: `leads back to itself; let each branch of ${id} go forward` }] : [];
    const lost = at > 0 && !before[at].has(0) ? [{ path, message: `is never reached; name it in a \`next\`: go: ${id}` }] : [];
    const isEnd = after[at].length === 0 && branches.length === 0;
    const end = isEnd && !quiz ? [{ path, message: 'ends the lesson and has no quiz; every way through ends in a step with one' }] : [];
    return [...branches, ...circle, ...lost, ...end];
  });
};

/** Of all steps of a circle the first one is named. */
const firstOfCircle = (at: number, before: readonly ReadonlySet<number>[]): boolean =>
  ![...before[at]].some((other) => other < at && before[other].has(at));
