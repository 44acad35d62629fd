import type { LabState, RunProgress } from '../../store/state';
import type { NodeName } from './geometry';

const PLACES: Record<RunProgress['phase'], { readonly node: NodeName; readonly word: string }> = {
  'warm-up': { node: 'model', word: 'warming up' },
  start: { node: 'model', word: 'starting' },
  shaders: { node: 'model', word: 'compiling' },
  compose: { node: 'training', word: 'composing' },
  fit: { node: 'model', word: 'fitting' },
  sample: { node: 'samples', word: 'sampling' },
  score: { node: 'samples', word: 'scoring' },
  noise: { node: 'real', word: 'noise floor' },
};

export const placeOf = (phase: RunProgress['phase']) => PLACES[phase];

/** What the worker really does now, as it last said; null when it waits. */
export function progressNow({ run }: Pick<LabState, 'run'>): RunProgress | null {
  if (run.status === 'running') return run.progress;
  // Step computes while the run is paused; other word of a paused run is stale
  if (run.status !== 'paused' || !run.progress || run.progress.phase === 'warm-up') return null;
  return run.progress.generation > run.frames.length ? run.progress : null;
}
