import { createStore, useStore } from 'zustand';

export type DialogName = 'share' | 'export' | 'presets' | 'draw' | 'help' | 'how' | 'keep' | 'kept';

/** `turn`: how often one was asked for */
const dialogStore = createStore<{ open: DialogName | null; turn: number }>(() => ({ open: null, turn: 0 }));

export const openDialog = (name: DialogName): void => dialogStore.setState(({ turn }) => ({ open: name, turn: turn + 1 }));
export const closeDialog = (): void => dialogStore.setState({ open: null });
export const useTurn = (): number => useStore(dialogStore, ({ turn }) => turn);
export const useDialog = (): DialogName | null => useStore(dialogStore, ({ open }) => open);
