import { valuesIn } from '../../engine/query';
import { labStore } from '../../store/labStore';
import { queryHere } from '../../store/pageAddress';
import { fetchLesson, LESSON_IDS } from './bundled';
import { lessonAsked, lessonDoor } from './lessonDoor';
import { openLesson } from './lessonStore';

function giveUp(id: string, message: string): void {
  lessonDoor.setState({ isOpen: false, isBare: false });
  labStore.setState(({ notes }) => ({ notes: [...notes, { key: 'lesson', value: id, problem: message, message }] }));
}

/** Fetches the lesson that the address asks for, and opens it; where there is none of that name, or none to be had, the page says so. */
export async function openAsked(): Promise<void> {
  const id = lessonAsked() ?? '';
  const module = await fetchLesson(id).catch(() => undefined);
  // left while it was on its way
  if (!lessonDoor.getState().isOpen) return;
  if (module === undefined) return giveUp(id, `The lesson “${id.slice(0, 40)}” could not be fetched. Reload the page when there is a connection.`);
  if (module === null) return giveUp(id, `There is no lesson “${id.slice(0, 40)}”. Lessons: ${LESSON_IDS.join(', ')}.`);
  const values = valuesIn(queryHere());
  openLesson(module, values.get('poe') === 'off' ? 'off' : 'on', values.get('step') ?? null);
}
