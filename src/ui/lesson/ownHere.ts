import type { LessonModule } from './bundled';

/** A lesson that came as a file or in a link: in the page itself, and for a reload in this tab, where the browser lets the page keep it. */
let module: LessonModule | null = null;

const KEY = 'mad-lab-own-lesson';

export function keepOwn(own: LessonModule): void {
  module = own;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(own.lesson));
  } catch {
    // it lasts as long as the page
  }
}

/** From here on a name is that of a lesson that comes with the page. */
export function forgetOwn(): void {
  module = null;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // nothing was kept
  }
}

/** What was brought in this page; null where nothing was. */
export const ownModule = (): LessonModule | null => module;

/** The text that was kept for a reload; null where none was. */
export function keptOwn(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}
