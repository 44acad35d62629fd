import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The word that the reader asks about: it is looked at in all loops, at the same place among their samples, through the generations. */
export interface Chosen {
  /** where it was pressed */
  readonly loop: string;
  readonly place: number;
}

const chosenStore = createStore<{ readonly chosen: Chosen | null }>(() => ({ chosen: null }));

export const useChosen = (): Chosen | null => useStore(chosenStore, ({ chosen }) => chosen);

export const choose = (loop: string, place: number): void => chosenStore.setState({ chosen: { loop, place } });

export const letGo = (): void => chosenStore.setState({ chosen: null });
