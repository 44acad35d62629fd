import { OWN_CSV } from './ownCsv';
import { readCsv } from './readCsv';
import { readJson } from './readJson';
import { FileProblem, type Saved } from './saved';

/** A file that this page saved, read back: CSV by its `#` lines, else JSON. Never throws. */
export function openFile(text: string): Saved | { readonly problem: string } {
  try {
    return OWN_CSV.test(text) ? readCsv(text) : readJson(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof FileProblem) return { problem: error.message };
    throw error;
  }
}
