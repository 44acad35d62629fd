import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { engineHash, lessonHash } from '../../scripts/verify/lessonHash.mjs';
import { hashOf } from '../../scripts/verify/storyVerdicts.mjs';
import type { Expected } from '../lessons/expected';
import type { Lesson } from '../lessons/lesson';
import { compileLesson } from './lesson';

const LESSONS = 'src/lessons/files';
const EXPECTED = 'src/lessons/expected';

/** What is expected of a lesson, and what it was made of. */
export interface ExpectedFile extends Expected {
  /** hashes of all that numbers come from, and of the lesson's file */
  readonly engine: string;
  readonly file: string;
  /** of all that is expected: nobody changes it by hand */
  readonly sum: string;
}

export interface LessonFile {
  readonly path: string;
  readonly lesson: Lesson;
}

const pathOf = (id: string): string => `${EXPECTED}/${id}.json`;

/** All lessons in files, by their names; paths are below the working directory. */
export function readLessons(folder = LESSONS): LessonFile[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(md|json)$/.test(name)) : [];
  return names
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, lesson: compileLesson(readFileSync(`${folder}/${name}`, 'utf8'), `${folder}/${name}`) }));
}

/** What is committed for lessons, by their ids. */
export function readExpected(): Map<string, ExpectedFile> {
  const names = existsSync(EXPECTED) ? readdirSync(EXPECTED).filter((name) => name.endsWith('.json')) : [];
  const files = names.sort().map((name) => JSON.parse(readFileSync(`${EXPECTED}/${name}`, 'utf8')) as ExpectedFile);
  return new Map(files.map((file) => [file.lesson, file]));
}

/** What is expected, as it is written: always in the same order, numbers in full. */
export function printExpected(expected: Expected, path: string, engine: string): string {
  const file: ExpectedFile = { engine, file: lessonHash(path), sum: sumOf(expected), ...expected };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const sumOf = (expected: Expected): string => hashOf([{ path: expected.lesson, bytes: Buffer.from(JSON.stringify(expected)) }]);

export function writeExpected(expected: Expected, { path }: LessonFile, engine: string): void {
  mkdirSync(EXPECTED, { recursive: true });
  writeFileSync(pathOf(expected.lesson), printExpected(expected, path, engine));
}

/** What keeps a committed file from being that of a lesson as it is now; null where nothing does. */
export function whyStale({ path, lesson }: LessonFile, file: ExpectedFile | undefined, engine = engineHash()): string | null {
  const renew = `npm run lessons:expect -- --lesson ${lesson.id} renews ${pathOf(lesson.id)}`;
  if (!file) return `What is expected of ${path} is not written down: ${renew}.`;
  if (file.file !== lessonHash(path)) return `${path} is another one since: ${renew}.`;
  if (file.engine !== engine) return `What the numbers of ${path} come from is other code since: ${renew}.`;
  const { engine: _, file: __, sum, ...expected } = file;
  return sum === sumOf(expected) ? null : `What is expected of ${path} was changed by hand: ${renew}.`;
}
