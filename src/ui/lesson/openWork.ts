import { rewriteKey } from '../../store/pageAddress';
import { fetchLesson, LESSON_IDS } from './bundled';
import { lessonDoor } from './lessonDoor';
import { openLesson } from './lessonStore';
import { readWorkFile } from './workFile';

/** Opens the lesson that a file's work is of, and goes on with it; or says why not. */
export async function openWork(text: string): Promise<string | null> {
  const work = readWorkFile(text);
  if (!work) return 'It holds work of a lesson, and was changed or cut off: it can’t be read.';
  const module = await fetchLesson(work.lesson);
  if (!module) return `There is no lesson “${work.lesson}”. Lessons: ${LESSON_IDS.join(', ')}.`;
  openLesson(module, { brought: work, news: 'It goes on with the work of the file.' });
  rewriteKey('card', null);
  lessonDoor.setState({ isOpen: true, part: 'lesson' });
  return null;
}
