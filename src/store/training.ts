import { followedStore } from './followed';
import { runOf } from './selectors';
import type { LabState, Training } from './state';

/**
 * The network of a loop that is seen training: the next generation's, while it is waited for. null where the reader has stopped to look
 * at what there is.
 */
export function trainingShown(state: Pick<LabState, 'run'>, loop: string): Training | null {
  const run = runOf(state);
  const isAwaited = state.run.status === 'running' || (run?.stepTo ?? 0) > 0;
  if (!run?.progress || !isAwaited || run.shown !== run.frames.length || run.progress.generation !== run.shown + 1) return null;
  return followedStore.getState().followed ? null : (run.progress.training[loop] ?? null);
}

/** Whether any network of the generation that is computed has been seen. */
export const isSeenTraining = ({ run }: Pick<LabState, 'run'>): boolean =>
  run.status !== 'idle' && run.progress !== null && Object.keys(run.progress.training).length > 0;
