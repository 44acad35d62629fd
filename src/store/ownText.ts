import { type Experiment, type Note, SCHEMA } from '../engine/experiment';
import type { Parsed, Raw } from '../engine/experimentText';
import { createNotes } from '../engine/notes';

/*
 * Text of the reader's own stands in no query, which servers get. A link has it in its fragment, `#text=`, as base64url of UTF-8 with a line end
 * behind it: where that is missing, the end of the link was lost on its way.
 */

/** Characters of a text that a link holds. */
export const MOST_TEXT_IN_LINK = 2000;

const END = '\n';
/** Arguments of one call: engines allow some 65,000. */
const CHUNK = 8192;

/** A text in letters, digits, - and _ alone. */
export function printText(text: string): string {
  const bytes = new TextEncoder().encode(text + END);
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** A text as far as it arrived whole: up to the last word before what is missing or damaged. */
export function readText(written: string): { readonly text: string; readonly isWhole: boolean } {
  const letters = written
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/[^\w+/]/g, '');
  const binary = atob(letters.length % 4 === 1 ? letters.slice(0, -1) : letters);
  const decoded = new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
  const fault = decoded.indexOf('\uFFFD');
  const sound = fault < 0 ? decoded : decoded.slice(0, fault);
  if (fault < 0 && sound.endsWith(END)) return { text: sound.slice(0, -END.length), isWhole: true };
  return { text: sound.replace(/\S*$/, '').trimEnd(), isWhole: false };
}

/** Own text beside the query of a link. */
interface Beside {
  /** undefined without one */
  readonly text?: string;
  readonly notes: readonly Note[];
}

/** As often as it takes, for mailers and redirects encode once more. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(decodeURIComponent(fragment));
  } catch {
    return fragment;
  }
}

/** The text in the fragment of an address, whatever happened to it on its way. */
export function textIn(href: string): Beside {
  const fragment = decoded(href.split('#').slice(1).join('#')).replace(/\s/g, '');
  const written = /(?:^|[#&?;])text=([\w+/=-]*)/i.exec(fragment)?.[1] ?? '';
  if (written === '') return { notes: [] };
  const { text, isWhole } = readText(written);
  const { add, list } = createNotes();
  if (text === '') add('text', '', 'The text in this link is damaged and can’t be read.', 'Ask for the link again, or put the text in yourself.');
  else if (!isWhole) add('text', '', 'The text in this link did not arrive whole.', `The ${text.length} characters before the damage were taken.`);
  return text === '' ? { notes: list() } : { text, notes: list() };
}

/** Whether an experiment has a text of the reader's own. */
export const hasOwnText = (experiment: Experiment): boolean => SCHEMA.text.applies(experiment) && experiment.text !== '';

export const isTooLongForLink = (experiment: Experiment): boolean => hasOwnText(experiment) && experiment.text.length > MOST_TEXT_IN_LINK;

/** What the fragment of a link says of own text: '' where there is none, and where it does not fit. */
export const textPart = (experiment: Experiment): string =>
  hasOwnText(experiment) && !isTooLongForLink(experiment) ? `text=${printText(experiment.text)}` : '';

/** Reads an experiment together with a text that came beside it, if it is one of own text and has none. */
export function withText(parse: (beside: Raw) => Parsed, text: string | undefined): Parsed {
  const parsed = parse({});
  if (!text || !SCHEMA.text.applies(parsed.experiment) || parsed.experiment.text !== '') return parsed;
  return parse({ text });
}

/** What there is to say of the text of an experiment that an address opened: nothing where the history `state` has it. */
export function notesOnText(experiment: Experiment, { text, notes }: Beside, state: unknown): readonly Note[] {
  if (!SCHEMA.text.applies(experiment) || (typeof state === 'object' && state !== null && 'text' in state)) return [];
  if (notes.length > 0 || text !== undefined || experiment.text !== '') return notes;
  const { add, list } = createNotes();
  add('text', '', 'This link holds no text of its own.', 'An example stands in its place until you put one in.');
  return list();
}
