import { readFileSync } from 'node:fs';
import type { Lesson } from '../lesson';
import { readMarkdown } from '../readMarkdown';

/** The first steps of L1, with one of each thing that a lesson may hold. */
export const BEGUN = readFileSync(new URL('cure.md', import.meta.url), 'utf8');

export function lessonOf(file: string): Lesson {
  const read = readMarkdown(file);
  if ('problems' in read) throw new Error(read.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return read.lesson;
}

/** The file with each of these texts in the place of another, which stands there once. */
export function withChanges(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((file, [from, to]) => {
    if (file.split(from).length !== 2) throw new Error(`“${from}” does not stand there once`);
    return file.replace(from, () => to);
  }, BEGUN);
}
