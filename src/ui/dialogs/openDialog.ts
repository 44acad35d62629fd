import { createStore, useStore } from 'zustand';

export type DialogName = 'share' | 'export' | 'presets' | 'draw' | 'help' | 'how' | 'keep' | 'kept' | 'seeds';

interface DialogState {
  readonly open: DialogName | null;
  /** how often one was asked for */
  readonly turn: number;
  /** whether this page has dialogs: an embed has none */
  readonly areThere: boolean;
}

const dialogStore = createStore<DialogState>(() => ({ open: null, turn: 0, areThere: false }));

export const haveDialogs = (): void => dialogStore.setState({ areThere: true });
export const useDialogsAreThere = (): boolean => useStore(dialogStore, ({ areThere }) => areThere);

export const openDialog = (name: DialogName): void => dialogStore.setState(({ turn }) => ({ open: name, turn: turn + 1 }));
export const closeDialog = (): void => dialogStore.setState({ open: null });
export const useTurn = (): number => useStore(dialogStore, ({ turn }) => turn);
export const useDialog = (): DialogName | null => useStore(dialogStore, ({ open }) => open);
