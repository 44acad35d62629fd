import { Refusal } from '../../engine/refusal';
import { OWN_CSV } from './ownCsv';
import { readCsv } from './readCsv';
import { readJson } from './readJson';
import type { Saved } from './results';

type Opened = Saved | { readonly problem: string };

/** A file that this page saved, read back: CSV by its `#` lines, else JSON. Never throws; yields often, for a file may be long. */
export function* openFile(text: string): Generator<void, Opened> {
  try {
    return yield* OWN_CSV.test(text) ? readCsv(text) : readJson(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof Refusal) return { problem: `${error.message.replace(/\.$/, '')}.` };
    return { problem: 'It can’t be read: something in it is larger or deeper than this browser can take.' };
  }
}
