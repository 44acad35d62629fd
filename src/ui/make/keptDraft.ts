import type { Draft } from '../../lessons/make/draft';
import { draftIn } from '../../lessons/make/draftFile';

const KEY = 'mad-lab-make';

/** Keeps what is made for another day on this computer, where the browser lets the page; null: nothing is made any more. */
export function keepDraft(draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(KEY, JSON.stringify(draft));
    else localStorage.removeItem(KEY);
  } catch {
    // it is full, or closed: the draft lasts as long as the page, and can be saved as a file
  }
}

/** What was made here before; null where nothing was, or nothing can be read. */
export function draftKept(): Draft | null {
  try {
    return draftIn(localStorage.getItem(KEY) ?? '');
  } catch {
    return null;
  }
}
