import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { engineHash, lessonHash, runHash } from '../../scripts/verify/lessonHash.mjs';
import { hashOf } from '../../scripts/verify/storyVerdicts.mjs';
import { isSameExperiment } from '../engine/experimentText';
import type { Expected } from '../lessons/expected';
import type { Lesson } from '../lessons/lesson';
import { recordedIn } from '../lessons/lessonRuns';
import type { Recording } from '../lessons/recording';
import { compileLesson } from './lesson';

const LESSONS = 'src/lessons/files';
const EXPECTED = 'src/lessons/expected';
const RECORDED = 'src/lessons/recorded';

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

const recordingOf = (id: string): string => `${RECORDED}/${id}.json`;

/** The runs that a lesson brings along; null where it brings none. */
export const readRecording = (id: string): Recording | null =>
  existsSync(recordingOf(id)) ? (JSON.parse(readFileSync(recordingOf(id), 'utf8')) as Recording) : null;

/** @param recording null: the lesson brings none, or none any more */
export function writeRecording(id: string, recording: Recording | null): void {
  if (recording === null) return rmSync(recordingOf(id), { force: true });
  mkdirSync(RECORDED, { recursive: true });
  writeFileSync(recordingOf(id), `${JSON.stringify(recording)}\n`);
}

/** Whether these are the runs that the lesson brings along, as they would be computed now. */
export function isFresh(recording: Recording | null, lesson: Lesson, code = runHash()): boolean {
  const wanted = recordedIn(lesson);
  if (recording === null) return wanted.length === 0;
  const isThere = ([name, experiment]: (typeof wanted)[number]) => {
    const run = recording.runs[name];
    return run !== undefined && isSameExperiment(run.experiment, experiment);
  };
  return recording.code === code && Object.keys(recording.runs).length === wanted.length && wanted.length > 0 && wanted.every(isThere);
}
