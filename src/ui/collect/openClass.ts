import { rewriteKey } from '../../store/pageAddress';
import { lessonDoor, wholeAsked } from '../lesson/lessonDoor';

/** The work of a class in the page's place. */
export function openClass(): void {
  rewriteKey('collect', '');
  lessonDoor.setState({ whole: 'collect' });
}

/** Back to the page as it was. */
export function leaveClass(): void {
  rewriteKey('collect', null);
  lessonDoor.setState({ whole: null });
}

/** The back button leads out of it, and in again. */
export const followClass = (): void => lessonDoor.setState({ whole: wholeAsked() });
