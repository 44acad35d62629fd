import type { Note } from '../engine/experiment';
import { MOST_NOTES } from '../engine/notes';

/** The notes with others added, each once; the oldest make room. */
export function withNotes<S extends { readonly notes: readonly Note[] }>(state: S, notes: readonly Note[]): Pick<S, 'notes'> | S {
  const fresh = notes.filter(({ message }) => !state.notes.some((note) => note.message === message));
  return fresh.length === 0 ? state : { notes: [...state.notes, ...fresh].slice(-MOST_NOTES) };
}
