import { excerpt } from '../../engine/refusal';
import { OWN_CSV } from '../files/ownCsv';
import { textOf } from '../table/textOf';

/** Longer texts are not shown, for a page would stand still over them. */
export const MOST_CHARACTERS = 1_000_000;
const MOST_BYTES = 4_000_000;
const LONGEST_NAME = 60;
const ALLOWED = 'Allowed: a text file (.txt or .csv) of up to 4 MB.';

/** No text holds these; tabs, ends of lines and pages, and the mark with which old files end, are none of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_TEXT = /[\0-\x08\x0e-\x19\x1b-\x1f]/;
/** of a .csv: a value in quotes that takes the whole line */
const QUOTED = /^"((?:[^"]|"")*)"[,;\t]*$/;

/** The text of a file's bytes, or why it is none, in a sentence. */
export function textFrom(bytes: Uint8Array, fileName: string): { readonly text: string } | { readonly problem: string } {
  const name = excerpt(fileName, LONGEST_NAME);
  const text = textOf(bytes).slice(0, MOST_CHARACTERS);
  if (NO_TEXT.test(text)) return { problem: `${name} is no text. ${ALLOWED}` };
  if (text.trim() === '') return { problem: `${name} is empty.` };
  if (OWN_CSV.test(text))
    return { problem: `${name} is a table of results that MAD Lab saved. Close this and drop it on the page to see the results again.` };
  if (!/\.csv$/i.test(fileName)) return { text };
  const lines = text.split(/\r\n|[\r\n]/);
  return { text: lines.map((line) => QUOTED.exec(line)?.[1].replaceAll('""', '"') ?? line).join('\n') };
}

/** The text of a file, or why there is none. */
export async function fromFile(file: File): Promise<ReturnType<typeof textFrom>> {
  const name = excerpt(file.name, LONGEST_NAME);
  if (file.size > MOST_BYTES) return { problem: `${name} is ${(file.size / 1e6).toFixed(1)} MB. ${ALLOWED}` };
  const bytes = await file.arrayBuffer().catch(() => null);
  return bytes === null ? { problem: `${name} could not be read.` } : textFrom(new Uint8Array(bytes), file.name);
}
