import { createStore, useStore } from 'zustand';
import { fewNotes } from '../../engine/notes';
import { labStore } from '../../store/labStore';
import { queryHere } from '../../store/pageAddress';
import { type Access, accessOf, lockedWords, type Rule } from './access';
import type { ControlName } from './controls';
import { PLAIN_VIEW, readView, type View } from './view';

interface ViewState extends Pick<View, 'view'> {
  /** who hides and locks what */
  readonly rules: readonly Rule[];
}

const viewStore = createStore<ViewState>(() => ({ rules: [], view: PLAIN_VIEW.view }));

/** Reads the view keys of the address, after the lab has read its experiment there; what is wrong with them joins the page's notes. */
export function startView(query = queryHere(), alsoHidden: readonly ControlName[] = []): View {
  const { view, notes } = readView(query);
  const hide = new Set([...view.hide, ...alsoHidden]);
  viewStore.setState({ rules: [{ by: 'link', hide, lock: view.lock }], view: view.view }, true);
  if (notes.length > 0) labStore.setState(({ notes: present }) => ({ notes: fewNotes([...present, ...notes]) }));
  return { ...view, hide };
}

/** What a lesson hides and locks in its present step; null: nothing. */
export const setLessonRule = (rule: Omit<Rule, 'by'> | null): void =>
  viewStore.setState(({ rules }) => ({
    rules: [...rules.filter(({ by }) => by !== 'lesson'), ...(rule ? [{ ...rule, by: 'lesson' as const }] : [])],
  }));

/** What is left of a control to the reader. */
export const useControl = (name: ControlName): Access => useStore(viewStore, ({ rules }) => accessOf(rules, name));

/** Why a control is locked, in words; '' where it is not. */
export const useLockedWords = (name: ControlName): string => useStore(viewStore, ({ rules }) => lockedWords(rules, name));

/** Why some controls are locked, in words; '' where none is. */
export const useLockedBy = (): string => useStore(viewStore, ({ rules }) => lockedWords(rules));

/** Whether a key of the keyboard may do what its control does. */
export const mayUse = (name: ControlName): boolean => accessOf(viewStore.getState().rules, name) === 'shown';

/** Which of the page's two parts the link shows. */
export const useParts = (): View['view'] => useStore(viewStore, ({ view }) => view);
