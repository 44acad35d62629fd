import { rewriteKey } from '../../store/pageAddress';
import { lessonDoor, MAKE, wholeAsked } from '../lesson/lessonDoor';

/** The page on which lessons are made, in the page's place. */
export function openMake(): void {
  for (const key of ['step', 'poe', 'card']) rewriteKey(key, null);
  rewriteKey('lesson', MAKE);
  lessonDoor.setState({ whole: MAKE, isOpen: false, isBare: false });
}

/** Back to the page as it was. */
export function leaveMake(): void {
  rewriteKey('lesson', null);
  lessonDoor.setState({ whole: null, isOpen: false, isBare: false });
}

/** The page itself, with a card beside it that leads back: what is set up there a step may take. */
export function setUpInLab(): void {
  rewriteKey('lesson', null);
  lessonDoor.setState({ whole: null, isOpen: true, isBare: false, part: MAKE });
}

/** The back button leads out of it, and in again. */
export const followMake = (): void => lessonDoor.setState({ whole: wholeAsked() });
