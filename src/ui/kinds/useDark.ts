import { useStore } from 'zustand';
import { themeStore } from '../theme';

export const useDark = (): boolean => useStore(themeStore, ({ dark }) => dark);
