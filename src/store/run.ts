import type { Experiment } from '../engine/experiment';
import type { FailureCode } from '../protocol/messages';
import type { LabState, Run, RunState, WhyPaused } from './state';

/*
 * The life of a run, state by state: it begins, runs, pauses, ends, fails, and branches into a run with a new id.
 * Nothing here acts; `follow.ts` has engine, clock and address do what a new state asks for.
 */

/** How far computing may run ahead of what the page has taken in: as far as it comes in this time, so that it never waits for a page that is drawing. */
const AHEAD_SECONDS = 0.4;
/** In generations. What was computed ahead is discarded by a change; and each takes memory. */
const LEAST_AHEAD = 2;
const MOST_AHEAD = 64;

/** The first run after `before`, or the next one: nothing of it is computed. */
export function firstRun(before: { readonly runId: number }, experiment: Experiment): Run {
  return { runId: before.runId + 1, experiment, frames: [], noise: null, shown: 0, stepTo: 0, scoredLater: 0, origin: 'engine', progress: null };
}

/** A run that goes on behind generation `from`, as `experiment` from there: what was computed beyond it is discarded. */
export function branch(run: Run, experiment: Experiment, from: number): Run {
  return { ...firstRun(run, experiment), frames: run.frames.slice(0, from), noise: run.noise, shown: from };
}

/** The run alone, without its status and what goes with that. */
function bare({ runId, experiment, frames, noise, shown, stepTo, scoredLater, origin, progress }: Run): Run {
  return { runId, experiment, frames, noise, shown, stepTo, scoredLater, origin, progress };
}

export const running = (run: Run): RunState => ({ ...bare(run), status: 'running', stepTo: 0 });

export const paused = (run: Run, why: WhyPaused): RunState => ({ ...bare(run), status: 'paused', why });

export const ended = (run: Run): RunState => ({ ...bare(run), status: 'ended' });

export const failed = (run: Run, code: FailureCode, message: string): RunState => ({ ...bare(run), status: 'failed', code, message, progress: null });

/** `next` in the place of `run`: it runs where that ran. */
export const inPlaceOf = (run: RunState, next: Run): RunState => (run.status === 'running' ? running(next) : paused(next, 'reader'));

/** With this generation on the screen: the last one ends the run, and an ended run that shows another one is paused there. */
export function showing(run: RunState, shown: number): RunState {
  if (run.status === 'idle') return run;
  const next = { ...run, shown };
  if (run.status !== 'failed' && shown >= run.experiment.generations) return ended(next);
  return run.status === 'ended' ? paused(next, 'reader') : next;
}

/** What was asked for is on the screen as soon as it is computed, and on the way there whatever is. */
export function stepped(run: RunState): RunState {
  if (run.status === 'idle' || run.stepTo === 0 || run.frames.length <= run.shown) return run;
  const shown = Math.min(run.frames.length, run.stepTo);
  return showing({ ...run, stepTo: shown < run.stepTo ? run.stepTo : 0 }, shown);
}

/** One more generation is due on the screen; at full speed, the newest. */
export function ticked(run: RunState, speed: number): RunState {
  if (run.status !== 'running') return run;
  const next = speed === Number.POSITIVE_INFINITY ? run.frames.length : Math.min(run.frames.length, run.shown + 1);
  return next !== run.shown || next >= run.experiment.generations ? showing(run, next) : run;
}

function aheadOf({ frames }: Run, speed: number): number {
  const last = frames.at(-1);
  const perSecond = last ? Math.min(speed, 1000 / Math.max(1, last.elapsedMs)) : 0;
  return Math.min(MOST_AHEAD, Math.max(LEAST_AHEAD, Math.ceil(AHEAD_SECONDS * perSecond)));
}

/** The generation up to which the engine may compute: the acknowledgement window. A paused run is fed for Step alone. */
export function leaveOf({ run, speed }: Pick<LabState, 'run' | 'speed'>): number {
  if (run.status === 'idle') return 0;
  return run.status === 'running' ? run.frames.length + aheadOf(run, speed) : run.stepTo;
}
