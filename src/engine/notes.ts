import type { Note } from './experiment';
import { excerpt } from './refusal';

/** More lines than this are not read. */
export const MOST_NOTES = 5;

const LONGEST_CHOICES = 80;

/** The first of a long list of choices. */
export function briefly(choices: string): string {
  if (choices.length <= LONGEST_CHOICES) return choices;
  const first = choices.slice(0, LONGEST_CHOICES);
  return `${first.slice(0, Math.max(first.lastIndexOf(', '), 0))}, and so on`;
}

function restNote(count: number, keys: readonly string[]): Note {
  const value = excerpt([...new Set(keys)].join(', '), LONGEST_CHOICES);
  const problem =
    count === 1 ? `One more value can't be taken as it stands: ${value}.` : `${count} more values can't be taken as they stand: ${value}.`;
  return { key: '', value, problem, message: problem, more: count };
}

/** At most five of these notes: the last one says how many more there are, and of which keys. */
export function fewNotes(notes: readonly Note[]): readonly Note[] {
  const told = notes.filter(({ more }) => more === undefined);
  const rest = notes.filter(({ more }) => more !== undefined);
  if (rest.length === 0 && told.length <= MOST_NOTES) return notes;
  const untold = told.slice(MOST_NOTES - 1);
  const count = rest.reduce((sum, { more = 0 }) => sum + more, untold.length);
  return [...told.slice(0, MOST_NOTES - 1), restNote(count, [...untold.map(({ key }) => key), ...rest.map(({ value }) => value)])];
}

export type AddNote = (key: string, value: string, problem: string, repair: string) => void;

/** Collects notes on a text of any length: few are kept, all are counted. */
export function createNotes() {
  const told: Note[] = [];
  const untold = new Set<string>();
  let count = 0;
  const add: AddNote = (key, value, problem, repair) => {
    if (told.length < MOST_NOTES) {
      told.push({ key: excerpt(key), value: excerpt(value), problem, message: `${problem} ${repair}` });
    } else {
      count++;
      untold.add(excerpt(key));
    }
  };
  return { add, list: (): readonly Note[] => fewNotes(count === 0 ? told : [...told, restNote(count, [...untold])]) };
}
