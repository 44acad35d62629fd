import { useStore } from 'zustand';
import type { ShownImages } from '../../../engine/kinds/images';
import { type Followed, followedStore } from '../../../store/followed';
import { labStore } from '../../../store/labStore';
import { frameShown } from '../../../store/selectors';
import { framesOf } from '../../runs';
import { imagesOf, pixelsOf } from './generations';

export const useFollowed = (): Followed | null => useStore(followedStore, ({ followed }) => followed);

/** Follows the sample at a place of a wall on the screen. */
export function follow(loop: string, place: number): void {
  const frame = frameShown(labStore.getState());
  const images = imagesOf(frame ?? undefined, loop);
  if (frame && images) followAt(images, loop, frame.generation, place);
}

function followAt(images: ShownImages, loop: string, generation: number, place: number): void {
  const digit = images.classes?.[place] ?? null;
  followedStore.setState({ followed: { loop, generation, place, pixels: pixelsOf(images, place).slice(), digit } });
}

/** The one beside it in its wall; of another run, in the wall on the screen. */
export function followAnother(by: number): void {
  const { followed } = followedStore.getState();
  if (!followed) return;
  const { loop, generation, place } = followed;
  const images = imagesOf(framesOf(labStore.getState())[generation - 1], loop);
  if (images) followAt(images, loop, generation, (place + by + images.count) % images.count);
  else follow(loop, 0);
}

export const unfollow = (): void => followedStore.setState({ followed: null });

/** Closes the film and goes back to the wall that opened it. */
export function leaveFilm(): void {
  const { followed } = followedStore.getState();
  unfollow();
  document.querySelector<HTMLElement>(`[data-wall='${followed?.loop}']`)?.focus();
}
