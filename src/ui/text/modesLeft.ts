import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { aliveOf, lastAliveUpTo, lowestAlive, medianAlive } from '../../results/stats';
import { bandOf, moveOf } from './movement';

/** Modes of replicate 1 that are gone from this generation on. */
export interface Loss {
  readonly generation: number;
  readonly count: number;
}

/**
 * Modes of replicate 1 that were alive and are not in the last frame, by the generation since which they are gone: the one rule for what is
 * called lost, in sentences and on the timeline. Nothing is, before the noise floor is known, and where real samples may show as few modes.
 */
export function lossesOf(frames: readonly Frame[], loop: string, noise: NoiseFloor | null): Loss[] {
  const last = frames.length - 1;
  const band = bandOf(noise, 'modesAlive');
  const alive = last < 0 ? null : aliveOf(frames[last], loop);
  if (!band || !alive || alive.count >= band.low) return [];
  const lost = new Map<number, number>();
  for (const index of lastAliveUpTo(frames, last, loop)) if (index >= 0 && index < last) lost.set(index + 1, (lost.get(index + 1) ?? 0) + 1);
  return [...lost].map(([index, count]) => ({ generation: frames[index].generation, count })).sort((a, b) => a.generation - b.generation);
}

/** What is left of the modes of a loop, of `total` now `count`, by the median over its replicates. */
export type ModesLeft = { readonly count: number; readonly total: number } & (
  | { readonly is: 'all'; readonly since: 'ever' | 'loss' | 'chance' }
  /** no noise floor to judge the rest by */
  | { readonly is: 'unjudged' }
  /** no fewer than in sets of as many real samples */
  | { readonly is: 'chance' }
  /** of several replicates, with the median of the first generation */
  | { readonly is: 'fewer'; readonly first: number; readonly down: boolean }
  | { readonly is: 'never learned' }
  /** how many were alive once, of which the last was gone in generation `at` */
  | { readonly is: 'lost'; readonly lost: number; readonly at: number }
);

/** null where the data have no modes. */
export function modesLeftOf(frames: readonly Frame[], loop: string, replicates: number, noise: NoiseFloor | null): ModesLeft | null {
  const median = medianAlive(frames[frames.length - 1], loop);
  if (!median) return null;
  const { count, total } = median;
  const band = bandOf(noise, 'modesAlive');
  if (count === total) {
    const lowest = lowestAlive(frames, frames.length - 1, loop);
    return { ...median, is: 'all', since: lowest === total ? 'ever' : band && lowest < band.low ? 'loss' : 'chance' };
  }
  if (!band) return { ...median, is: 'unjudged' };
  if (count >= band.low) return { ...median, is: 'chance' };
  if (replicates > 1) {
    const first = medianAlive(frames[0], loop)?.count ?? count;
    return { ...median, is: 'fewer', first, down: moveOf(first, count, band, true) === 'down' };
  }
  const losses = lossesOf(frames, loop, noise);
  const lost = losses.reduce((sum, loss) => sum + loss.count, 0);
  return lost === 0 ? { ...median, is: 'never learned' } : { ...median, is: 'lost', lost, at: losses[losses.length - 1].generation };
}
