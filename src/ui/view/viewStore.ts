import { createStore, useStore } from 'zustand';
import { fewNotes } from '../../engine/notes';
import { labStore } from '../../store/labStore';
import { queryHere } from '../../store/pageAddress';
import type { ControlName } from './controls';
import { PLAIN_VIEW, readView, type View } from './view';

const viewStore = createStore<View>(() => PLAIN_VIEW);

/** Reads the view keys of the address, after the lab has read its experiment there; what is wrong with them joins the page's notes. */
export function startView(query = queryHere(), alsoHidden: readonly ControlName[] = []): View {
  const { view, notes } = readView(query);
  viewStore.setState({ ...view, hide: new Set([...view.hide, ...alsoHidden]) }, true);
  if (notes.length > 0) labStore.setState(({ notes: present }) => ({ notes: fewNotes([...present, ...notes]) }));
  return viewStore.getState();
}

export type Access = 'shown' | 'hidden' | 'locked';

const accessOf = ({ hide, lock }: View, name: ControlName): Access => {
  if (hide.has(name)) return 'hidden';
  return lock.has(name) ? 'locked' : 'shown';
};

/** What the link leaves of a control to the reader. */
export const useControl = (name: ControlName): Access => useStore(viewStore, (view) => accessOf(view, name));

/** Whether a key of the keyboard may do what its control does. */
export const mayUse = (name: ControlName): boolean => accessOf(viewStore.getState(), name) === 'shown';

/** Which of the page's two parts the link shows. */
export const useParts = (): View['view'] => useStore(viewStore, ({ view }) => view);
