import type { Cloud, Score } from '../contracts';

/** Beyond this, squared distances leave the range of doubles. */
const LARGEST = 1e150;

/** Whether all coordinates are numbers whose squares are numbers. */
export function isInRange({ values }: Cloud): boolean {
  return values.every((value) => Math.abs(value) <= LARGEST);
}

/** `score`, or undefined where its value overflowed. */
export function finiteScore(score: Score): Score {
  return 'undefined' in score || Number.isFinite(score.value) ? score : { undefined: 'the value is too large for a number' };
}
