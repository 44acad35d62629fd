import type { NoiseFloor } from '../engine/results';
import type { Frame } from './frame';
import { aliveOf, lastAliveUpTo } from './stats';

/** Modes or classes of replicate 1, by their index, that are gone from this generation on. */
export interface Loss {
  readonly generation: number;
  readonly modes: readonly number[];
}

/**
 * Modes of replicate 1 that were alive and are not in the last frame, by the generation since which they are gone: the one rule for what is
 * called lost. Nothing is, before the noise floor is known, and where real samples may show as few modes.
 */
export function lossesOf(frames: readonly Frame[], loop: string, noise: NoiseFloor | null): Loss[] {
  const last = frames.length - 1;
  const low = noise?.bands.modesAlive?.low;
  const alive = last < 0 ? null : aliveOf(frames[last], loop);
  if (low === undefined || !alive || alive.count >= low) return [];
  const gone = new Map<number, number[]>();
  for (const [mode, index] of lastAliveUpTo(frames, last, loop).entries()) {
    if (index >= 0 && index < last) gone.set(index + 1, [...(gone.get(index + 1) ?? []), mode]);
  }
  return [...gone].map(([index, modes]) => ({ generation: frames[index].generation, modes })).sort((a, b) => a.generation - b.generation);
}
