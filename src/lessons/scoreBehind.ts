import { isScore } from '../engine/laneValue';

/** The score that is computed for what is read or shown: losses, and modes by number, are read off the modes alive. Null for what no score gives, as an exact value. */
export function scoreBehind(name: string): string | null {
  if (name === 'firstLoss' || name.startsWith('modeAlive.')) return 'modesAlive';
  return isScore(name) ? name : null;
}

/** Those of several, each once. */
export const scoresBehind = (names: readonly string[]): readonly string[] => [...new Set(names.flatMap((name) => scoreBehind(name) ?? []))];
