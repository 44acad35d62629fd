import type { StoreApi } from 'zustand/vanilla';
import type { LaterScores } from './laterScores';
import { ALL_SCORES, scoresMissing, scoresOf } from './looks';
import { runOf } from './selectors';
import type { LabActions, LabState } from './state';

/** Generations on the screen without one of the scores that a file holds. */
export function generationsWithout(lab: Pick<LabState, 'run'>): number {
  const run = runOf(lab);
  if (!run) return 0;
  const scores = scoresOf(run.experiment, [ALL_SCORES]);
  return run.frames.filter((frame) => scoresMissing([frame], scores).length > 0).length;
}

/** Has all scores of the experiment computed, of all generations that are there; what can't be had is left out. */
export async function completeScores(lab: StoreApi<LabState & LabActions>, { store }: LaterScores): Promise<void> {
  const away = lab.getState().look(ALL_SCORES);
  try {
    await new Promise<void>((resolve) => {
      const look = () => {
        if (generationsWithout(lab.getState()) > 0 && store.getState().isComputing) return;
        for (const stop of stops) stop();
        resolve();
      };
      const stops = [lab.subscribe(look), store.subscribe(look)];
      look();
    });
  } finally {
    away();
  }
}
