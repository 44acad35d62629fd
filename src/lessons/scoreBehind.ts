import { isScore } from '../engine/laneValue';

/** What is of a whole run, and of no generation: its first loss, and the loss of a mode. */
export const isOfWholeRun = (name: string): boolean => name === 'firstLoss' || name.startsWith('modeLost.');

/** Each mode's life over the replicates, as a table beside the stage. */
export const MODE_ALIVE = 'modeAlive';

/** The score that is computed for what is read or shown: losses, and modes by number, are read off the modes alive. Null for what no score gives, as an exact value. */
export function scoreBehind(name: string): string | null {
  if (isOfWholeRun(name) || name === MODE_ALIVE || name.startsWith(`${MODE_ALIVE}.`)) return 'modesAlive';
  return isScore(name) ? name : null;
}

/** Those of several, each once. */
export const scoresBehind = (names: readonly string[]): readonly string[] => [...new Set(names.flatMap((name) => scoreBehind(name) ?? []))];
