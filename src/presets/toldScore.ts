import type { Preset } from './preset';

/** The score, or the exact value, that a preset tells of first: its own measured ones, the one it names, else recall. */
export function toldScore({ published, score = 'recall' }: Preset): string {
  const told = published?.readings[0]?.value ?? score;
  return told === 'modesHeld' ? 'modesAlive' : told;
}
