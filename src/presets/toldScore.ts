import type { Preset } from './preset';

/** The score, or the exact value, that a preset tells of first: its own measured ones, else recall. */
export function toldScore({ published }: Preset): string {
  const told = published?.readings[0]?.value ?? 'recall';
  return told === 'modesHeld' ? 'modesAlive' : told;
}
