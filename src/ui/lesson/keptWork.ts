import * as v from 'valibot';
import { type Work, workSchema } from '../../lessons/work';

const keyOf = (lesson: string) => `mad-lab-lesson-${lesson}`;

/** Where a browser lets a page keep something: for this tab, and for good. A managed computer may refuse either, or forget both at sign-out. */
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
  for (const storage of storages()) {
    try {
      storage.setItem(keyOf(work.lesson), JSON.stringify(work));
    } catch {
      // it is full, or closed: the work is in memory, and can be saved as a file
    }
  }
}

/** What was done of a lesson on this computer; null where nothing was, or nothing can be read. */
export function workKept(lesson: string): Work | null {
  for (const storage of storages()) {
    try {
      const read = v.safeParse(workSchema, JSON.parse(storage.getItem(keyOf(lesson)) ?? 'null'));
      if (read.success) return read.output;
    } catch {
      // not what was kept here
    }
  }
  return null;
}

export function forgetWork(lesson: string): void {
  for (const storage of storages()) storage.removeItem(keyOf(lesson));
}
