import { computesInTensors } from '../../engine/catalogue';
import { runOf } from '../../store/selectors';
import type { LabState } from '../../store/state';

/** What a reload, the back button or a link to a generation has had computed, as long as the run stands there; '' elsewhere. */
export function comebackWords(state: Pick<LabState, 'run' | 'comeback' | 'badge'>): string {
  const [run, { comeback }] = [runOf(state), state];
  if (!run || !comeback || run.runId !== comeback.runId) return '';
  const { to, wasSeen } = comeback;
  if (run.stepTo === to) return `${wasSeen ? 'Recomputing' : 'Computing'} to generation ${to}: ${run.frames.length} so far.`;
  if (run.shown !== to || state.run.status === 'running') return '';
  // tensors may have been computed elsewhere before: on a GPU that is there no more, or is another one
  const isExact = state.badge !== null && !computesInTensors(run.experiment.model, state.badge.rung);
  return wasSeen ? `Recomputed to generation ${to}${isExact ? ': the same numbers' : ''}.` : `Computed to generation ${to}, where this link stands.`;
}
