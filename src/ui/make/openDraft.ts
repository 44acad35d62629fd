import type { Draft } from '../../lessons/make/draft';
import { draftIn } from '../../lessons/make/draftFile';
import { problemIn, readFile } from '../../lessons/readFile';
import { textOf } from '../table/textOf';
import { CONTROL_NAMES } from '../view/controls';
import { begin, tell } from './makeStore';

/** Takes a lesson in hand that is a file, or says why not. */
export async function openDraft(file: File): Promise<void> {
  let text = '';
  try {
    text = textOf(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return tell([`${file.name} can’t be read: it is a folder, or it is gone.`]);
  }
  const isJson = /\.json$/i.test(file.name) || /^\uFEFF?\s*\{/.test(text);
  const { lesson, problems } = readFile(text, isJson, CONTROL_NAMES);
  const draft: Draft | null = lesson ?? (isJson ? draftIn(text) : null);
  if (draft) begin(draft, `${file.name} is open.`);
  else tell([`${file.name} can’t be taken in hand: this is to be mended in it first.`, ...problems.map((problem) => problemIn(problem, file.name))]);
}
