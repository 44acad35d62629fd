import { rewriteKey } from '../../store/pageAddress';
import { fetchLesson, LESSON_IDS } from './bundled';
import { lessonDoor } from './lessonDoor';
import { openLesson } from './lessonStore';
import { ownNamed } from './ownNamed';
import { readWorkFile } from './workFile';

/** Opens the lesson that a file's work is of, and goes on with it; or says why not. */
export async function openWork(text: string): Promise<string | null> {
  const work = readWorkFile(text);
  if (!work) return 'It holds work of a lesson, and was changed or cut off: it can’t be read.';
  const module = (await ownNamed(work.lesson)) ?? (await fetchLesson(work.lesson));
  if (!module)
    return `It is work of “${work.lesson}”, and no lesson of this page is called so: ${LESSON_IDS.join(', ')}. Open that lesson’s own file or link first, then this one.`;
  openLesson(module, { brought: work, news: 'It goes on with the work of the file.' });
  rewriteKey('card', null);
  lessonDoor.setState({ isOpen: true, part: 'lesson' });
  return null;
}
