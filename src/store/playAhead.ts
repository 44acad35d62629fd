import type { StoreApi } from 'zustand/vanilla';
import type { Preview } from '../protocol/messages';
import { firstRun, running } from './run';
import type { LabActions, LabState, Run } from './state';

/**
 * Shows a run that was computed ahead, from its first generation on, as if it ran now; with no way back.
 * @param real its real data where the engine may not draw them; null: it does
 */
export function playAhead(
  lab: StoreApi<LabState & LabActions>,
  { experiment, frames, noise }: Pick<Run, 'experiment' | 'frames' | 'noise'>,
  real: Preview | null,
) {
  lab.getState().put(experiment);
  const run = running({ ...firstRun(lab.getState().run, experiment), frames, noise, origin: 'ahead' });
  lab.setState({ run, ...(real && { preview: { status: 'ready', preview: real } }) });
}
