import { datasetOf } from '../../../engine/chosen';
import { experimentOnScreen } from '../../../store/selectors';
import type { LabState } from '../../../store/state';

const NONE: readonly number[] = [];

/** Shares of the classes in the real data of the experiment on the screen; none until its own preview is there, and not that of other data. */
export function realShares(state: LabState): readonly number[] {
  if (state.preview.status !== 'ready') return NONE;
  const { weights } = state.preview.preview;
  return weights.length === datasetOf(experimentOnScreen(state)).modes ? weights : NONE;
}
