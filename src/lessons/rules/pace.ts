/** A lesson takes the time that it says, and has all that a lesson needs. */
import type { Fault } from '../fault';
import type { Lesson } from '../lesson';
import type { Rule } from './context';

const LEAST_PLAY = 5;
const LEAST_PREDICTIONS = 2;

/** The longest way through; steps that only stand beside each other are not added up. Null where it leads in a circle. */
export function longestWay({ steps }: Lesson, after: readonly (readonly number[])[], before: readonly ReadonlySet<number>[]): number | null {
  if (before.some((those, at) => those.has(at))) return null;
  const known = new Map<number, number>();
  const from = (at: number): number => {
    const rest = known.get(at) ?? steps[at].minutes + Math.max(0, ...after[at].map(from));
    known.set(at, rest);
    return rest;
  };
  return steps.length === 0 ? 0 : from(0);
}

export const pace: Rule = ({ lesson, ways: { after, before } }) => {
  const { steps, minutes } = lesson;
  const faults: Fault[] = [];
  const need = (holds: boolean, path: Fault['path'], message: string) => {
    if (!holds) faults.push({ path, message });
  };
  const sum = longestWay(lesson, after, before);
  need(sum === null || Math.abs(sum - minutes) < 1e-6, ['minutes'], `= ${minutes}, but its steps add up to ${sum}; change one or the other`);
  const played = steps.reduce((total, step) => total + (step.play ? step.minutes : 0), 0);
  need(played >= LEAST_PLAY, ['steps'], `leave ${played} minutes of play; at least ${LEAST_PLAY} are needed, in a step with play: and a goal`);
  const predictions = steps.reduce((total, { predict = [] }) => total + predict.length, 0);
  need(predictions >= LEAST_PREDICTIONS, ['steps'], `ask for ${predictions} predictions; at least ${LEAST_PREDICTIONS} are needed (predict:)`);
  need(
    steps.some(({ observe }) => observe),
    ['steps'],
    'ask for no observation; at least one is needed (observe:)',
  );
  need(
    steps.some(({ explain }) => explain),
    ['steps'],
    'ask for no explanation; at least one is needed (explain:)',
  );
  return faults;
};
