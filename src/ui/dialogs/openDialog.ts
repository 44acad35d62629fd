import { createStore, useStore } from 'zustand';

export type DialogName = 'share' | 'export' | 'presets' | 'draw' | 'help' | 'how' | 'keep' | 'kept';

const dialogStore = createStore<{ open: DialogName | null }>(() => ({ open: null }));

export const openDialog = (name: DialogName): void => dialogStore.setState({ open: name });
export const closeDialog = (): void => dialogStore.setState({ open: null });
export const useDialog = (): DialogName | null => useStore(dialogStore, ({ open }) => open);
