import { availableParallelism } from 'node:os';
import { excerpt, Refusal } from '../engine/refusal';

/** Beyond it threads take more memory than time. */
const MOST = 64;

/** How many threads compute: a number, or as many as there are cores. */
export function readWorkers(text: string): number {
  if (text === 'all') return Math.min(MOST, availableParallelism());
  if (!/^\d+$/.test(text) || Number(text) < 1 || Number(text) > MOST)
    throw new Refusal(`workers = “${excerpt(text)}” is not a whole number from 1 to ${MOST}, nor “all”`);
  return Number(text);
}
