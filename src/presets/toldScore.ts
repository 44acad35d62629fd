import type { Preset } from './preset';

/** Whether it is read from the modes' parts, which are no score of their own. */
export const isOfShares = (value: string): boolean => value === 'modesHeld' || /^share\d+$/.test(value);

/** The score, or the exact value, that a preset tells of first: its own measured ones, else the one it names, else recall. */
export function toldScore({ published, score }: Preset): string {
  const told = published?.readings[0]?.value ?? score ?? 'recall';
  return isOfShares(told) ? 'modesAlive' : told;
}
