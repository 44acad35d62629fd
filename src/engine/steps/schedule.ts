import { exp } from '../math/exp';
import { readDecimal } from '../numberText';

/** A share that rises along a logistic curve: max/(1 + exp(-(t - middle)/width)). */
export interface Schedule {
  readonly max: number;
  /** the generation of half of it, and how many generations it takes about it */
  readonly middle: number;
  readonly width: number;
}

export const RANGE = { max: [0, 1], middle: [-100, 2000], width: [0.1, 1000] } as const;

export const SCHEDULE_ALLOWED = `empty, or max,middle,width with max from 0 to 1, middle from ${RANGE.middle[0]} to 2000 and width from 0.1 to 1000`;

/** "0.98,20,4": numbers out of range come to its end; undefined where there are not three. Empty: no schedule. */
export function readSchedule(text: string): { readonly value: string; readonly exact: boolean } | undefined {
  const written = text.trim();
  if (written === '') return { value: '', exact: true };
  const numbers = written.split(',').map((part) => readDecimal(part));
  if (numbers.length !== 3 || !numbers.every(Number.isFinite)) return undefined;
  const inside = Object.values(RANGE).map(([low, high], at) => Math.min(high, Math.max(low, numbers[at])));
  return { value: inside.join(','), exact: inside.every((value, at) => value === numbers[at]) };
}

/** What a text that `readSchedule` gave stands for; null for none. */
export function scheduleOf(text: string | undefined): Schedule | null {
  if (!text) return null;
  const [max, middle, width] = text.split(',').map(Number);
  return { max, middle, width };
}

export const shareAt = ({ max, middle, width }: Schedule, t: number): number => max / (1 + exp(-(t - middle) / width));
