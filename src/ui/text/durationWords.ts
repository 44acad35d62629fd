import { seconds } from '../../format';
import { runOf } from '../../store/selectors';
import type { LabState } from '../../store/state';
import { shownOf } from '../runs';
import { estimateSeconds, secondsPerGeneration } from './estimate';

const LONG_SECONDS = 10;

/** How long the reader waits: an estimate before the run, the measured rest during it; '' when it is short, or when the chosen speed takes longer than computing. */
export function durationWords(state: Pick<LabState, 'run' | 'draft' | 'badge' | 'speed'>, workers: number): string {
  const run = runOf(state);
  const { generations } = run?.experiment ?? state.draft;
  const watching = (generations - shownOf(state)) / state.speed;
  if (!run || run.frames.length < 2) {
    const total = estimateSeconds(run?.experiment ?? state.draft, state.badge, workers);
    return total > Math.max(LONG_SECONDS, watching)
      ? `About ${seconds(total)}${state.badge?.rung === 'webgl' ? '' : ' on a computer without a GPU'}`
      : '';
  }
  const rest = (secondsPerGeneration(run.frames) ?? 0) * (generations - run.frames.length);
  return state.run.status === 'running' && rest > Math.max(LONG_SECONDS / 2, watching) ? `About ${seconds(Math.ceil(rest / 5) * 5)} left` : '';
}
