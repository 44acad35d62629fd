import { createStore } from 'zustand/vanilla';
import { catalogue } from '../engine/catalogue';
import type { Note } from '../engine/experiment';
import { createNotes, fewNotes } from '../engine/notes';
import { valuesIn } from '../engine/query';
import { excerpt } from '../engine/refusal';
import { labStore } from './labStore';
import { queryHere, rewriteKey } from './pageAddress';

/** Modes or classes of the real data that the reader follows, by their index from 0, in ascending order: the view key `watch`. */
interface WatchState {
  readonly watched: readonly number[];
}

export const watchStore = createStore<WatchState>(() => ({ watched: [] }));

/** What a link's `watch` key marks among `modes` modes; the rest is ignored with a note. */
export function readWatch(query: string, modes: number): { readonly watched: readonly number[]; readonly notes: readonly Note[] } {
  const value = valuesIn(query).get('watch') ?? '';
  const parts = value.split(',').map((part) => part.trim());
  const isIndex = (part: string) => /^\d{1,4}$/.test(part) && Number(part) < modes;
  const watched = [...new Set(parts.filter(isIndex).map(Number))].sort((a, b) => a - b);
  const wrong = parts.filter((part) => part !== '' && !isIndex(part));
  const notes = createNotes();
  const allowed = modes === 0 ? 'these data have no modes to watch' : `a comma list of whole numbers from 0 to ${modes - 1} is allowed`;
  if (wrong.length > 0) notes.add('watch', value, `watch: “${excerpt(wrong.join(', '))}” can't be marked; ${allowed}.`, 'It was ignored.');
  return { watched, notes: notes.list() };
}

const modesOf = (dataset: string) => catalogue.datasets.find(({ id }) => id === dataset)?.modes ?? 0;

/** Marks a mode or takes its mark away, on the page and in its link. */
export function toggleWatched(index: number): void {
  const { watched } = watchStore.getState();
  const next = watched.includes(index) ? watched.filter((other) => other !== index) : [...watched, index].sort((a, b) => a - b);
  watchStore.setState({ watched: next });
  rewriteKey('watch', next.length > 0 ? next.join(',') : null);
}

function readAddress(): void {
  const { draft, notes: present } = labStore.getState();
  const { watched, notes } = readWatch(queryHere(), modesOf(draft.dataset));
  watchStore.setState({ watched });
  if (notes.length > 0) labStore.setState({ notes: fewNotes([...present, ...notes]) });
}

/** Reads the marks of the address, after the lab has read its experiment there, and follows the back button. */
export function startWatch(): void {
  readAddress();
  window.addEventListener('popstate', readAddress);
}
