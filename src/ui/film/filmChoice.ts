import type { Preview } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { thinned } from '../charts/series';

/** Pictures of a film at most: one that is longer than half a minute is not watched to its end. */
export const MOST_PICTURES = 101;

/** Generations that a film can show: those with samples; before them the real data, where they are there, as generation 0. */
export function filmable(frames: readonly Frame[], preview: Preview | null): readonly number[] {
  const made = frames.filter(({ lanes }) => lanes.some(({ shown }) => shown !== null && shown.count > 0)).map(({ generation }) => generation);
  return made.length > 0 && preview && preview.real.count > 0 ? [0, ...made] : made;
}

/** At most `most` of them, evenly, the first and the last among them. */
export const chosen = (generations: readonly number[], most: number): readonly number[] =>
  thinned(generations.length, Math.max(2, most)).map((at) => generations[at]);
