import { rewriteKey } from '../../store/pageAddress';
import { classAsked, lessonDoor } from '../lesson/lessonDoor';

/** The work of a class in the page's place. */
export function openClass(): void {
  rewriteKey('collect', '');
  lessonDoor.setState({ hasClass: true });
}

/** Back to the page as it was. */
export function leaveClass(): void {
  rewriteKey('collect', null);
  lessonDoor.setState({ hasClass: false });
}

/** The back button leads out of it, and in again. */
export const followClass = (): void => lessonDoor.setState({ hasClass: classAsked() });
