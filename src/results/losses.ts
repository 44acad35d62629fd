import type { NoiseFloor } from '../engine/results';
import type { Frame } from './frame';
import { aliveOf, lastAliveUpTo } from './stats';

/** For so many generations a mode has to be gone before it is called lost: chance hides a rare one now and then. */
export const GONE_FOR = 3;

/** Modes or classes of a replicate, by their index, that are gone from this generation on. */
export interface Loss {
  readonly generation: number;
  readonly modes: readonly number[];
}

/** Whether of late, in most of the last frames, fewer modes are alive than real samples would show. */
function isBelowReal(frames: readonly Frame[], loop: string, low: number, replicate: number): boolean {
  const lately = frames.slice(-GONE_FOR).filter((frame) => (aliveOf(frame, loop, replicate)?.count ?? low) < low);
  return lately.length > GONE_FOR / 2;
}

/**
 * Modes of a replicate, the first one unless another is named, that were alive and have not been for some generations, by the first without them: the one rule for what is called
 * lost, in sentences, on the timeline, and where it can be saved. Nothing is, before the noise floor is known, and where real samples may
 * show as few modes.
 */
export function lossesOf(frames: readonly Frame[], loop: string, noise: NoiseFloor | null, replicate = 1): Loss[] {
  const last = frames.length - 1;
  const low = noise?.bands.modesAlive?.low;
  if (low === undefined || !isBelowReal(frames, loop, low, replicate)) return [];
  const gone = new Map<number, number[]>();
  for (const [mode, index] of lastAliveUpTo(frames, last, loop, replicate).entries()) {
    if (index >= 0 && last - index >= GONE_FOR) gone.set(index + 1, [...(gone.get(index + 1) ?? []), mode]);
  }
  return [...gone].map(([index, modes]) => ({ generation: frames[index].generation, modes })).sort((a, b) => a.generation - b.generation);
}
