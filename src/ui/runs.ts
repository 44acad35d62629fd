import type { Frame } from '../results/frame';
import { labStore } from '../store/labStore';
import { runOf } from '../store/selectors';
import type { LabState } from '../store/state';

const NO_FRAMES: readonly Frame[] = [];

export const framesOf = (state: Pick<LabState, 'run'>): readonly Frame[] => runOf(state)?.frames ?? NO_FRAMES;

/** The generation on the screen, 0 = the real data. */
export const shownOf = (state: Pick<LabState, 'run'>): number => runOf(state)?.shown ?? 0;

export const hasRun = ({ run }: Pick<LabState, 'run'>): boolean => run.status !== 'idle';

/** Run, Resume or show again. */
export const startRun = (): void => labStore.getState().start();

/** What the big button and the space bar do. */
export function toggleRun(): void {
  const { run, pause } = labStore.getState();
  if (run.status === 'running') pause();
  else startRun();
}

/** Scrub by some generations, within what is computed. */
export function scrub(by: number): void {
  const state = labStore.getState();
  if (hasRun(state)) state.show(Math.min(framesOf(state).length, Math.max(0, shownOf(state) + by)));
}
