import { createStore, useStore } from 'zustand';

export type DialogName = 'share' | 'export' | 'presets' | 'draw' | 'write' | 'help' | 'how' | 'keep' | 'kept' | 'seeds' | 'map' | 'enlarge';

interface DialogState {
  readonly open: DialogName | null;
  /** the id of what it is about, where there are several */
  readonly about: string | null;
  /** how often one was asked for */
  readonly turn: number;
  /** whether this page has dialogs: an embed has none */
  readonly areThere: boolean;
}

const dialogStore = createStore<DialogState>(() => ({ open: null, about: null, turn: 0, areThere: false }));

/** Said before the page is drawn. */
export const haveDialogs = (): void => dialogStore.setState({ areThere: true });
export const useDialogsAreThere = (): boolean => useStore(dialogStore, ({ areThere }) => areThere);

export const openDialog = (name: DialogName, about: string | null = null): void =>
  dialogStore.setState(({ turn }) => ({ open: name, about, turn: turn + 1 }));
export const closeDialog = (): void => dialogStore.setState({ open: null });
export const isOpen = (name: DialogName): boolean => dialogStore.getState().open === name;
export const useTurn = (): number => useStore(dialogStore, ({ turn }) => turn);
export const useAbout = (): string | null => useStore(dialogStore, ({ about }) => about);
export const useDialog = (): DialogName | null => useStore(dialogStore, ({ open }) => open);
