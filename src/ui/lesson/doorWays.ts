import { valuesIn } from '../../engine/query';
import { queryHere, rewriteKey } from '../../store/pageAddress';
import { lessonDoor, openDoor, type Part } from './lessonDoor';
import { forgetOwn } from './ownHere';

/** What the address asks for, as `lesson=cure`; null without it. */
export function askedFor(part: Part): string | null {
  const id = valuesIn(queryHere()).get(part);
  return id === undefined || id === '' ? null : id;
}

const KEYS = ['lesson', 'step', 'poe', 'card'];

/** Out of it: the page stays with what is on its stage. */
export function leaveDoor(): void {
  for (const key of KEYS) rewriteKey(key, null);
  lessonDoor.setState({ isOpen: false, isBare: false });
}

/** Opens a lesson or a card in the page as it is. */
export function askFor(part: Part, id: string): void {
  forgetOwn();
  for (const key of KEYS) rewriteKey(key, null);
  rewriteKey(part, id);
  lessonDoor.setState({ isFromHere: true });
  openDoor();
}
