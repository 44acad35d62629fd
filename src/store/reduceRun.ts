import type { FromWorker, InTraining } from '../protocol/messages';
import type { Frame } from '../results/frame';
import { failed } from './run';
import type { RunProgress, RunState } from './state';

/** Worker messages of the present run, folded into its state; those of older runs leave it as it is. */
export function reduceMessages(state: RunState, messages: readonly FromWorker[]): RunState {
  return messages.reduce(reduceMessage, state);
}

const afterGap = (expected: number, got: number) => `The engine sent generation ${got} where generation ${expected} was due.`;

function reduceMessage(state: RunState, message: FromWorker): RunState {
  if (state.status === 'idle' || !('runId' in message) || message.runId !== state.runId) return state;
  switch (message.type) {
    case 'progress': {
      const { generation, phase, done, total, inTraining } = message;
      const training = state.progress?.generation === generation ? state.progress.training : {};
      return { ...state, progress: { generation, phase, done, total, training: inTraining ? seenTraining(training, inTraining) : training } };
    }
    case 'generation': {
      const due = state.frames.length + 1;
      // drawing cannot do without what is missing
      if (message.generation > due) return failed(state, 'worker-died', afterGap(due, message.generation));
      return { ...state, frames: withFrame(state.frames, message), progress: null };
    }
    case 'noise':
      return { ...state, noise: message.noise };
    case 'failed':
      return failed(state, message.code, message.message);
    case 'ended':
      return { ...state, progress: null };
    case 'cancelled':
      return state;
    default:
      message satisfies never;
      return state;
  }
}

function seenTraining(before: RunProgress['training'], { loops, objective, shown }: InTraining): RunProgress['training'] {
  const after = { ...before };
  for (const loop of loops) after[loop] = { shown, losses: [...(before[loop]?.losses ?? []), -objective] };
  return after;
}

/** A worker that starts anew sends early generations again, with the same numbers. */
export function withFrame(frames: readonly Frame[], { generation, lanes, elapsedMs }: Frame): readonly Frame[] {
  const next = frames.slice();
  next[generation - 1] = { generation, lanes, elapsedMs };
  return next;
}
