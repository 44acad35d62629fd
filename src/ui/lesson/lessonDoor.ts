import { createStore } from 'zustand/vanilla';
import { valuesIn } from '../../engine/query';
import { queryHere, rewriteKey } from '../../store/pageAddress';

/**
 * Whether a lesson is open, or asked for: all else of it is fetched when it is. `isBare`: its step shows the stage alone, and nothing that the page
 * would say of the run. `hash`: what stood behind the address, before the page wrote its own.
 */
export const lessonDoor = createStore<{ readonly isOpen: boolean; readonly isBare: boolean; readonly hash?: string }>(() => ({
  isOpen: false,
  isBare: false,
}));

/** The lesson that the address asks for; null without one. */
export function lessonAsked(): string | null {
  const id = valuesIn(queryHere()).get('lesson');
  return id === undefined || id === '' ? null : id;
}

/** Before the page reads its address: of a lesson nothing runs by itself, and none of its runs stands anywhere yet. */
export function openDoor(): boolean {
  if (lessonAsked() === null) return false;
  rewriteKey('at', null);
  lessonDoor.setState({ isOpen: true, isBare: true, hash: location.hash });
  return true;
}
