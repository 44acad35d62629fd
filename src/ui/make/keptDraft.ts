import type { Draft } from '../../lessons/make/draft';

const KEY = 'mad-lab-make';
const FORMAT = 'mad-lesson-draft/1';

/** Keeps what is made for another day on this computer, where the browser lets the page; null: nothing is made any more. */
export function keepDraft(draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(KEY, JSON.stringify({ format: FORMAT, draft }));
    else localStorage.removeItem(KEY);
  } catch {
    // it is full, or closed: the draft lasts as long as the page, and can be saved as a file
  }
}

/** What was made here before; null where nothing was, or nothing can be read. */
export function draftKept(): Draft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as { readonly format?: unknown; readonly draft?: Draft } | null;
    return kept?.format === FORMAT && Array.isArray(kept.draft?.steps) ? (kept.draft ?? null) : null;
  } catch {
    return null;
  }
}
