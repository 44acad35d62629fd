import type { Cloud, Score } from '../contracts';

/** Beyond this, squared distances leave the range of doubles. */
const LARGEST = 1e150;

/** Why these samples have no scores: a coordinate that is no number, or whose square would be none; null where they have. */
export function outOfRange({ values }: Cloud): string | null {
  if (values.every((value) => Math.abs(value) <= LARGEST)) return null;
  return values.every(Number.isFinite)
    ? 'the generated samples are too large for numbers: beyond 1e150'
    : 'the generated samples are no finite numbers';
}

/** `score`, or undefined where its value overflowed. */
export function finiteScore(score: Score): Score {
  return 'undefined' in score || Number.isFinite(score.value) ? score : { undefined: 'the value is too large for a number' };
}
