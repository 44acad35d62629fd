import type { Lesson } from '../../lessons/lesson';
import { printMarkdown } from '../../lessons/printMarkdown';
import { problemIn, readFile } from '../../lessons/readFile';
import { textHtml } from '../../lessons/textHtml';
import { rewriteKey } from '../../store/pageAddress';
import { CONTROL_NAMES } from '../view/controls';
import type { LessonModule } from './bundled';
import { lessonDoor } from './lessonDoor';
import { type Opening, openLesson } from './lessonStore';
import { keepOwn } from './ownHere';
import { packed } from './packing';

/** Changes with every change of the lesson: FNV-1a over its text, from two beginnings. */
function editionOf(lesson: Lesson): string {
  const text = printMarkdown(lesson);
  return [0x811c9dc5, 0x1234567]
    .map((begin) => [...new TextEncoder().encode(text)].reduce((mark, byte) => Math.imul(mark ^ byte, 0x01000193), begin) >>> 0)
    .map((mark) => mark.toString(16).padStart(8, '0'))
    .join('')
    .slice(0, 12);
}

/** A lesson as the build makes one of those that come with the page. */
export const moduleOf = async (lesson: Lesson): Promise<LessonModule> => ({
  lesson,
  html: Object.fromEntries(lesson.steps.map(({ id, text }) => [id, textHtml(text ?? '')])),
  edition: editionOf(lesson),
  packed: await packed(lesson),
});

type Found = { readonly module: LessonModule } | { readonly problems: readonly string[] };

/** The lesson of a file that can be taught as it is, or what is wrong with it. @param name of the file, for messages */
export async function moduleIn(text: string, isJson: boolean, name = ''): Promise<Found> {
  const { lesson, problems } = readFile(text, isJson, CONTROL_NAMES);
  if (lesson === null || problems.length > 0) return { problems: problems.map((problem) => problemIn(problem, name)) };
  return { module: await moduleOf(lesson) };
}

/** Opens a lesson that does not come with the page, and keeps it for a reload. */
export function openOwn(module: LessonModule, opening: Opening = {}): void {
  keepOwn(module);
  for (const key of ['card', 'step', 'poe']) rewriteKey(key, null);
  rewriteKey('lesson', module.lesson.id);
  lessonDoor.setState({ isOpen: true, isBare: true, part: 'lesson', whole: null });
  openLesson(module, opening);
}

const MOST_TOLD = 8;

/** Opens the lesson of a file, or says what is wrong with it, a line each. */
export async function openOwnFile(name: string, text: string): Promise<string | null> {
  const found = await moduleIn(text, /\.json$/i.test(name), name);
  if ('module' in found) {
    openOwn(found.module);
    return null;
  }
  const { problems } = found;
  const more = problems.length > MOST_TOLD ? `\nAnd ${problems.length - MOST_TOLD} more.` : '';
  return `It is a lesson, and not yet one that can be taught:\n${problems.slice(0, MOST_TOLD).join('\n')}${more}`;
}
