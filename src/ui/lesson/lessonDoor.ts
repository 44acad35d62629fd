import { createStore } from 'zustand/vanilla';
import { valuesIn } from '../../engine/query';
import { queryHere, rewriteKey } from '../../store/pageAddress';

/**
 * Whether a lesson is open, or asked for: all else of it is fetched when it is. `isBare`: its step shows the stage alone, and nothing that the page
 * would say of the run. `isHeldBack`: it waits for a prediction. `curve`: the score, or exact value, whose curve is to stand on the stage. `hash`:
 * what stood behind the address, before the page wrote its own.
 */
interface LessonDoor {
  readonly isOpen: boolean;
  readonly isBare: boolean;
  readonly isHeldBack?: boolean;
  readonly curve?: string | undefined;
  readonly hash?: string;
}

export const lessonDoor = createStore<LessonDoor>(() => ({
  isOpen: false,
  isBare: false,
}));

/** The lesson that the address asks for; null without one. */
export function lessonAsked(): string | null {
  const id = valuesIn(queryHere()).get('lesson');
  return id === undefined || id === '' ? null : id;
}

/** Out of a lesson: the page stays with what is on its stage. */
export function leaveLesson(): void {
  for (const key of ['lesson', 'step', 'poe']) rewriteKey(key, null);
  lessonDoor.setState({ isOpen: false, isBare: false });
}

/** The back button leads out of a lesson, and into one again. */
export function followAddress(): void {
  if (lessonAsked() === null) lessonDoor.setState({ isOpen: false, isBare: false });
  else openDoor();
}

/** Opens a lesson in the page as it is. */
export function askFor(id: string): void {
  rewriteKey('lesson', id);
  openDoor();
}

/** Before the page reads its address: of a lesson nothing runs by itself, and none of its runs stands anywhere yet. */
export function openDoor(): boolean {
  if (lessonAsked() === null) return false;
  rewriteKey('at', null);
  lessonDoor.setState({ isOpen: true, isBare: true, hash: location.hash });
  return true;
}
