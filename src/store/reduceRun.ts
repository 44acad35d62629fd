import type { Experiment } from '../engine/experiment';
import type { FromWorker } from '../protocol/messages';
import type { Frame } from '../results/frame';
import type { Run, RunState } from './state';

/** Worker messages of the present run, folded into its state; those of older runs leave it as it is. */
export function reduceMessages(state: RunState, messages: readonly FromWorker[]): RunState {
  return messages.reduce(reduceMessage, state);
}

const afterGap = (expected: number, got: number) => `The engine sent generation ${got} where generation ${expected} was due.`;

function reduceMessage(state: RunState, message: FromWorker): RunState {
  if (state.status === 'idle' || !('runId' in message) || message.runId !== state.runId) return state;
  switch (message.type) {
    case 'progress': {
      const { generation, phase, done, total } = message;
      return { ...state, progress: { generation, phase, done, total } };
    }
    case 'generation': {
      const due = state.frames.length + 1;
      // drawing cannot do without what is missing
      if (message.generation > due)
        return { ...state, status: 'failed', code: 'worker-died', message: afterGap(due, message.generation), progress: null };
      return { ...state, frames: withFrame(state.frames, message), progress: null };
    }
    case 'noise':
      return { ...state, noise: message.noise };
    case 'failed':
      return { ...state, status: 'failed', code: message.code, message: message.message, progress: null };
    case 'ended':
      return { ...state, progress: null };
    case 'cancelled':
      return state;
    default:
      message satisfies never;
      return state;
  }
}

/** A worker that starts anew sends early generations again, with the same numbers. */
export function withFrame(frames: readonly Frame[], { generation, lanes, elapsedMs }: Frame): readonly Frame[] {
  const next = frames.slice();
  next[generation - 1] = { generation, lanes, elapsedMs };
  return next;
}

/** A run that goes on behind the generation shown, as `experiment` from there: what was computed beyond it is discarded. */
export function branch(run: Run, runId: number, experiment: Experiment, shown: number): Run {
  return { runId, experiment, frames: run.frames.slice(0, shown), noise: run.noise, shown, progress: null };
}

/** The run alone, without its status. */
export function withoutWhy(run: Run): Run {
  const { runId, experiment, frames, noise, shown, progress } = run;
  return { runId, experiment, frames, noise, shown, progress };
}
