import type { Note } from '../engine/experiment';
import { MOST_NOTES } from '../engine/notes';
import type { LabHome } from './state';

/** Adds notes, each once; the oldest make room. */
export function addNotes({ setState }: LabHome, notes: readonly Note[]): void {
  setState((state) => {
    const fresh = notes.filter(({ message }) => !state.notes.some((note) => note.message === message));
    return fresh.length === 0 ? state : { notes: [...state.notes, ...fresh].slice(-MOST_NOTES) };
  });
}

/** Adds a note in our own words. */
export const remark = (home: LabHome, key: string, problem: string): void => addNotes(home, [{ key, value: '', problem, message: problem }]);
