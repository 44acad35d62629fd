import type { Lesson } from '../../lessons/lesson';

/** A lesson as the build has made it of its file (scripts/lessonModule.ts). */
export interface LessonModule {
  readonly lesson: Lesson;
  /** the texts of its steps */
  readonly html: Readonly<Record<string, string>>;
  /** changes with every change of the file */
  readonly edition: string;
  /** the lesson as a link holds it, where it came as a file or in one; null where this browser can't pack it */
  readonly packed?: string | null;
}

/** Adding a lesson: one file in that folder. Each is fetched when it is opened. */
const FILES = import.meta.glob<LessonModule>('../../lessons/files/*.md');

const idOf = (path: string) => path.replace(/^.*\//, '').replace(/\.md$/, '');

export const LESSON_IDS: readonly string[] = Object.keys(FILES).map(idOf);

/** null where there is no such lesson */
export async function fetchLesson(id: string): Promise<LessonModule | null> {
  const path = Object.keys(FILES).find((candidate) => idOf(candidate) === id);
  return path === undefined ? null : ((await FILES[path]?.()) ?? null);
}
