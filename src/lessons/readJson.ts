/** The form for machines: JSON becomes the lesson, or what is wrong with it, place by place. Never throws. */
import { excerpt } from '../engine/refusal';
import { checkLesson } from './checkLesson';
import { placeText, sentenceOf } from './fault';
import type { Lesson } from './lesson';
import { sizeProblem } from './size';

export type FromJson = { readonly lesson: Lesson } | { readonly problems: readonly string[] };

export function readJson(file: string): FromJson {
  const tooLong = sizeProblem(file);
  if (tooLong !== null) return { problems: [tooLong] };
  let value: unknown;
  try {
    value = JSON.parse(file.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { problems: [`This is not JSON: ${excerpt((error as Error).message, 200)}`] };
  }
  const checked = checkLesson(value);
  return 'lesson' in checked ? checked : { problems: checked.faults.map((fault) => sentenceOf(fault, placeText(fault.path))) };
}
