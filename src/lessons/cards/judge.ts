/** Whether a run reaches the goal of a card, and at what cost. Nothing that a link claims is asked. */
import { describe } from '../../engine/refusal';
import { verdictOn } from '../checks';
import type { RunSeen } from '../runSeen';
import { type Told, told, untold } from '../told';
import { numberOf } from '../values';
import type { Card } from './card';

export interface Judged {
  readonly goal: Told<boolean>;
  readonly cost: Told<number>;
}

/** What a guess is compared with: in how many seeds the base reaches the goal. */
export interface Guessed {
  readonly guess: number | null;
  readonly counted: number | null;
}

export function judge(card: Card, run: RunSeen, guessed: Guessed = { guess: null, counted: null }): Judged {
  const reached = verdictOn(card.goal.holds, { run: () => run, predicted: () => null });
  return { goal: reached.value === true ? guessGood(card, guessed) : reached, cost: costOf(card, run, guessed) };
}

const distanceOf = ({ guess, counted }: Guessed): Told<number> => {
  if (guess === null) return untold('nothing is guessed');
  return counted === null ? untold('the seeds are not counted') : told(Math.abs(guess - counted));
};

function guessGood({ guess }: Card, guessed: Guessed): Told<boolean> {
  if (!guess) return told(true);
  const distance = distanceOf(guessed);
  return distance.value === null ? distance : told(distance.value <= guess.within);
}

/** Of settings known before the run, of scores behind it. */
export function costOf({ cost: { of } }: Card, run: RunSeen, guessed: Guessed = { guess: null, counted: null }): Told<number> {
  if (of === 'guess') return distanceOf(guessed);
  if (!('setting' in of)) return numberOf(of, run);
  const value: unknown = run.experiment[of.setting as keyof RunSeen['experiment']];
  return typeof value === 'number' ? told(value) : untold(`${of.setting} = ${describe(value)} is no number`);
}

/** Whether one cost is at least as good as another. */
export const isAsGood = ({ cost: { minimise } }: Card, cost: number, other: number): boolean => (minimise ? cost <= other : cost >= other);
