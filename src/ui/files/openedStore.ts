import { createStore, useStore } from 'zustand';
import type { Saved } from './results';

/** Where the results on the screen come from, if from a file. */
interface Origin extends Pick<Saved, 'version' | 'backend' | 'remarks'> {
  readonly runId: number;
}

interface Opened {
  readonly origin: Origin | null;
  /** why the last file could not be opened */
  readonly problem: string | null;
}

const openedStore = createStore<Opened>(() => ({ origin: null, problem: null }));

export const openProblem = (problem: string | null): void => openedStore.setState({ problem });
export const dismissProblem = (): void => openProblem(null);
export const useOpenProblem = (): string | null => useStore(openedStore, ({ problem }) => problem);

export const setOrigin = (origin: Origin | null): void => openedStore.setState({ origin, problem: null });

/** Where the run came from; null for one that was computed here. */
export function useOrigin(runId: number | null): Origin | null {
  const origin = useStore(openedStore, (opened) => opened.origin);
  return origin?.runId === runId ? origin : null;
}
