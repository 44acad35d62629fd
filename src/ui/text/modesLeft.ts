import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { GONE_FOR, lossesOf } from '../../results/losses';
import { lastAliveUpTo, lowestAlive, medianAlive, mostGoneUpTo } from '../../results/stats';
import { bandOf, moveOf } from './movement';

/** Whether several modes were lost once, more than chance hides. */
export function wasLess(frames: readonly Frame[], loop: string, total: number, noise: NoiseFloor | null): boolean {
  const band = bandOf(noise, 'modesAlive');
  return band !== null && mostGoneUpTo(frames, frames.length - 1, loop, GONE_FOR) > 1 + total - band.low;
}

/** What is left of the modes of a loop: of `total` now `count`, by the median over its replicates. */
export type ModesLeft = { readonly count: number; readonly total: number } & (
  | { readonly is: 'all'; readonly since: 'ever' | 'loss' | 'chance' }
  /** no noise floor to judge the rest by */
  | { readonly is: 'unjudged' }
  /** no fewer than in sets of as many real samples */
  | { readonly is: 'chance' }
  /** of several replicates, with the median of the first generation */
  | { readonly is: 'fewer'; readonly first: number; readonly down: boolean }
  | { readonly is: 'never learned' }
  /** too few for chance, but none of them for long */
  | { readonly is: 'missing' }
  /** how many were alive once, since when the last of them is gone, and how many never were */
  | { readonly is: 'lost'; readonly lost: number; readonly at: number; readonly never: number }
);

/** null where the data have no modes. */
export function modesLeftOf(frames: readonly Frame[], loop: string, replicates: number, noise: NoiseFloor | null): ModesLeft | null {
  const last = frames.length - 1;
  const median = medianAlive(frames[last], loop);
  if (!median) return null;
  const { count, total } = median;
  const band = bandOf(noise, 'modesAlive');
  if (count === total) {
    const lowest = lowestAlive(frames, last, loop);
    return { ...median, is: 'all', since: lowest === total ? 'ever' : band && lowest < band.low ? 'loss' : 'chance' };
  }
  if (!band) return { ...median, is: 'unjudged' };
  if (replicates > 1) {
    if (count >= band.low) return { ...median, is: 'chance' };
    const first = medianAlive(frames[0], loop)?.count ?? count;
    return { ...median, is: 'fewer', first, down: moveOf(first, count, band, true) === 'down' };
  }
  const losses = lossesOf(frames, loop, noise);
  const never = lastAliveUpTo(frames, last, loop).filter((index) => index < 0).length;
  if (losses.length > 0) {
    const lost = losses.reduce((sum, loss) => sum + loss.modes.length, 0);
    return { ...median, is: 'lost', lost, at: losses[losses.length - 1].generation, never };
  }
  if (count >= band.low) return { ...median, is: 'chance' };
  return { ...median, is: never === total - count ? 'never learned' : 'missing' };
}
