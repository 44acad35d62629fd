import { remixOf } from '../../lessons/make/begin';
import type { LessonModule } from '../lesson/bundled';
import { begin, makeStore } from './makeStore';
import { openMake } from './openMake';

/** From a lesson to where it is made: one of one's own is gone on with, one of the page's is remixed. */
export function changeHere({ lesson, packed }: LessonModule): void {
  const isOwn = packed !== undefined;
  if (!isOwn) begin(remixOf(lesson));
  else if (makeStore.getState().draft?.id !== lesson.id) begin(lesson);
  openMake();
}
