import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readExpected, readLessons } from '../../src/headless/lessonFiles';
import type { Expected } from '../../src/lessons/expected';
import type { Lesson } from '../../src/lessons/lesson';
import { teachingOrder } from '../../src/lessons/teachingOrder';
import { type Guide, readGuide } from './guide';

/** All that a teacher's pack of a lesson is made of. */
export interface Pack {
  readonly lesson: Lesson;
  readonly expected: Expected;
  /** absent as long as nobody has written one: then the pack has what follows from the lesson */
  readonly guide: Guide | null;
  /** changes with every change of the lesson's file, as on the page */
  readonly edition: string;
}

const GUIDES = 'src/lessons/guides';

/** A pack for each lesson, in the order in which a teacher meets them. */
export function readPacks(): readonly Pack[] {
  const expected = readExpected();
  const packs = readLessons().map(({ path, lesson }) => {
    const numbers = expected.get(lesson.id);
    if (!numbers) throw new Error(`Nothing is expected of ${path} yet: npm run lessons:expect -- --lesson ${lesson.id}`);
    const file = `${GUIDES}/${lesson.id}.md`;
    const source = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
    return {
      lesson,
      expected: numbers,
      guide: existsSync(file) ? readGuide(readFileSync(file, 'utf8'), file, lesson) : null,
      edition: createHash('sha256').update(source).digest('hex').slice(0, 12),
    };
  });
  return packs.sort((a, b) => teachingOrder(a.lesson, b.lesson));
}
