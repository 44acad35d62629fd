import { createStore, useStore } from 'zustand';
import { queryOf, readQuery } from '../../engine/query';

interface TourState {
  /** null: no tour on the screen */
  readonly step: number | null;
  /** the reader asked for this step: it may then scroll the page */
  readonly asked: boolean;
}

const STORAGE_KEY = 'mad-lab-tour';

const tourStore = createStore<TourState>(() => ({ step: null, asked: false }));

export const useTour = (): TourState => useStore(tourStore);

/** Storage is refused in sandboxed frames: there a tour could never be put away for good, so it doesn't come by itself. */
function wasSeen(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== null;
  } catch {
    return true;
  }
}

/** A link with keys is somebody's experiment, and goes straight to it. */
export function startTourOnFirstVisit(): void {
  if (readQuery(queryOf(location.href)).length === 0 && !wasSeen()) tourStore.setState({ step: 0, asked: false });
}

/** The tour from its start, or another step of it, because the reader wants it. */
export const goToStep = (step: number): void => tourStore.setState({ step, asked: true });

/** Skipped or finished; only now is anything remembered. */
export function endTour(): void {
  tourStore.setState({ step: null });
  try {
    localStorage.setItem(STORAGE_KEY, 'seen');
  } catch {
    return;
  }
}

/** What a step asked for was done on the page itself: on to the step after it, without moving page or focus. */
export function passTour(done: number): void {
  const { step } = tourStore.getState();
  if (step !== null && step <= done) tourStore.setState({ step: done + 1, asked: false });
}
