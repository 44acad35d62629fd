import { createStore, useStore } from 'zustand';
import { SCHEMA } from '../../engine/experiment';
import { cleanText, LONGEST_TEXT, textOrExample, usualForm } from '../../engine/text/ownText';
import { thousands } from '../../format';
import { labStore } from '../../store/labStore';
import { fromFile, MOST_CHARACTERS } from './readTextFile';
import { type Form, refusalWords } from './writtenWords';

interface Report {
  readonly words: string;
  readonly isProblem: boolean;
}

interface Written {
  /** as it stands in the field */
  readonly text: string;
  /** null: as the text suggests */
  readonly form: Form | null;
  /** what a file or the example took the place of; null where that was nothing */
  readonly before: string | null;
  /** what became of the last file, or of the last press of the button */
  readonly report: Report | null;
}

/** Outlives the dialog: closing it by mistake loses nothing. */
const writtenStore = createStore<Written>(() => ({ text: '', form: null, before: null, report: null }));

export const useWritten = (): Written => useStore(writtenStore);

export const formOf = ({ text, form }: Pick<Written, 'text' | 'form'>): Form => form ?? usualForm(cleanText(text));

let opened = '';

/** Starts from the experiment's text, unless it is what was written here before. */
export function openWritten(): void {
  const { draft } = labStore.getState();
  const { text, form } = draft;
  if (!SCHEMA.text.applies(draft) || text === '' || text === opened) return;
  opened = text;
  writtenStore.setState({ text, form: form === usualForm(text) ? null : (form as Form), before: null, report: null });
}

export const write = (text: string): void => writtenStore.setState({ text, report: null });
export const chooseForm = (form: Form): void => writtenStore.setState({ form, report: null });

function replaceBy(text: string, words: string): void {
  const { text: before } = writtenStore.getState();
  writtenStore.setState({ text, form: null, before: before.trim() === '' || before === text ? null : before, report: { words, isProblem: false } });
}

export const fillExample = (): void => replaceBy(textOrExample(''), 'An example: animals.');

export function takeBack(): void {
  const { before } = writtenStore.getState();
  if (before !== null) writtenStore.setState({ text: before, form: null, before: null, report: null });
}

function refuse(words: string): void {
  writtenStore.setState({ report: { words, isProblem: true } });
}

/** What is too long to be pasted is refused before the page has to show it; true when it was. */
export function refuseLongText(text: string): boolean {
  if (text.length <= MOST_CHARACTERS) return false;
  refuse(`The text has ${(text.length / 1e6).toFixed(1)} million characters. Paste a part of it: ${thousands(LONGEST_TEXT)} are read.`);
  return true;
}

/** Only the last file counts: reading takes a while. */
let asked = 0;

/** A file takes the place of what was written, which can be taken back; one that is no text changes nothing. */
export async function receiveTextFile(file: File): Promise<void> {
  const turn = ++asked;
  const read = await fromFile(file);
  if (turn !== asked) return;
  if ('problem' in read) return refuse(read.problem);
  replaceBy(read.text, `${file.name} was read.`);
}

/** The text as the experiment takes it; null where it is refused, with the reason on the screen. */
export function takeWritten(): { readonly text: string; readonly form: Form } | null {
  const written = writtenStore.getState();
  const [text, form] = [cleanText(written.text), formOf(written)];
  const refusal = refusalWords(text, form);
  if (refusal !== null) {
    refuse(refusal);
    return null;
  }
  opened = text;
  writtenStore.setState({ report: null });
  return { text, form };
}
