import { type Experiment, LIVE_KEYS, type Settings } from '../engine/experiment';
import { settingsAt } from '../engine/settings';
import type { Frame } from '../results/frame';
import type { Stand } from './addressBar';
import type { Kept, LabState, Run } from './state';

/** The run, whatever its status; null when idle. */
export function runOf(state: Pick<LabState, 'run'>): Run | null {
  return state.run.status === 'idle' ? null : state.run;
}

/** The experiment that the screen shows: the run's, or before it the draft. The address bar holds its link. */
export function experimentOnScreen(state: Pick<LabState, 'run' | 'draft'>): Experiment {
  return runOf(state)?.experiment ?? state.draft;
}

/** What the address tells. Results from elsewhere are not found again by their link. */
export function standOf(state: Pick<LabState, 'run' | 'draft' | 'speed' | 'readersSpeed' | 'comeback'>): Stand {
  const run = runOf(state);
  const at = run && run.origin === 'engine' ? Math.max(run.shown, run.stepTo) : 0;
  const wasSeen = run !== null && state.comeback?.runId === run.runId && state.comeback.wasSeen;
  const speed = state.readersSpeed ?? state.speed;
  return { experiment: experimentOnScreen(state), speed, at, isSeen: at > 0 && (wasSeen || run?.shown === at) };
}

/** Values for the controls: the draft's, but live keys as they are in force at the generation after the one shown. */
export function controlValues(state: Pick<LabState, 'run' | 'draft'>): Experiment {
  const run = runOf(state);
  if (!run) return settingsAt(state.draft, 1);
  return { ...state.draft, ...liveSettings(settingsAt(run.experiment, run.shown + 1)) };
}

/** The frame on the screen; null while the real data are shown. */
export function frameShown(state: Pick<LabState, 'run'>): Frame | null {
  const run = runOf(state);
  return run && run.shown > 0 ? (run.frames[run.shown - 1] ?? null) : null;
}

/** The kept run's frame beside generation `shown`, its last one beyond its end; null beside the real data, or where it is not computed. */
export function keptFrameAt(kept: Kept | null, shown: number): Frame | null {
  return kept?.frames[Math.min(shown, kept.experiment.generations) - 1] ?? null;
}

/** The kept run's frame beside the generation on the screen. */
export const keptFrameShown = (state: Pick<LabState, 'kept' | 'run'>): Frame | null => keptFrameAt(state.kept, runOf(state)?.shown ?? 0);

function liveSettings(experiment: Experiment): Settings {
  return Object.fromEntries(LIVE_KEYS.map((key) => [key, experiment[key]])) as unknown as Settings;
}

/** Keys of the draft that wait for Reset: they differ from the run's. */
export function waitingKeys(state: Pick<LabState, 'run' | 'draft'>): (keyof Experiment)[] {
  const run = runOf(state);
  if (!run) return [];
  return (Object.keys(state.draft) as (keyof Experiment)[]).filter(
    (key) =>
      key !== 'changes' && state.draft[key] !== run.experiment[key] && JSON.stringify(state.draft[key]) !== JSON.stringify(run.experiment[key]),
  );
}
