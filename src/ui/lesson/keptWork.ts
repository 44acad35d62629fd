import * as v from 'valibot';
import { type Work, workSchema } from '../../lessons/work';

/** In the page itself, whatever the browser refuses: it lasts as long as the page. */
const inMemory = new Map<string, Work>();

const keyOf = (lesson: string) => `mad-lab-lesson-${lesson}`;

/** Where a browser lets a page keep something: for this tab first, then for good. A managed computer may refuse either, or forget both at sign-out. */
function storages(): Storage[] {
  return [() => sessionStorage, () => localStorage].flatMap((open) => {
    try {
      return [open()];
    } catch {
      return [];
    }
  });
}

export function keepWork(work: Work): void {
  inMemory.set(work.lesson, work);
  for (const storage of storages()) {
    try {
      storage.setItem(keyOf(work.lesson), JSON.stringify(work));
    } catch {
      // it is full, or closed: the work can be saved as a file
    }
  }
}

export interface Kept {
  readonly work: Work;
  /** in this tab, and not by whoever sat here before */
  readonly isOfTab: boolean;
}

/** What was done of a lesson on this computer; null where nothing was, or nothing can be read. */
export function workKept(lesson: string): Kept | null {
  const work = inMemory.get(lesson);
  if (work) return { work, isOfTab: true };
  for (const [at, storage] of storages().entries()) {
    try {
      const read = v.safeParse(workSchema, JSON.parse(storage.getItem(keyOf(lesson)) ?? 'null'));
      if (read.success) return { work: read.output, isOfTab: at === 0 };
    } catch {
      // not what was kept here
    }
  }
  return null;
}

export function forgetWork(lesson: string): void {
  inMemory.delete(lesson);
  for (const storage of storages()) storage.removeItem(keyOf(lesson));
}
