import type { FromWorker, InTraining, LaneScores, NoiseFloor } from '../protocol/messages';
import type { Frame } from '../results/frame';
import { failed } from './run';
import type { RunProgress, RunState } from './state';

/** Worker messages of the present run, folded into its state; those of older runs leave it as it is. */
export function reduceMessages(state: RunState, messages: readonly FromWorker[]): RunState {
  return messages.reduce(reduceMessage, state);
}

const afterGap = (expected: number, got: number) => `The engine sent generation ${got} where generation ${expected} was due.`;

function reduceMessage(state: RunState, message: FromWorker): RunState {
  if (state.status === 'idle') return state;
  if (message.type === 'scored' && message.ofRun === state.runId)
    return { ...state, frames: withScores(state.frames, message.generation, message.lanes), scoredLater: state.scoredLater + 1 };
  if (message.type === 'noiseScored' && message.ofRun === state.runId)
    return { ...state, noise: joined(state.noise, message.noise), scoredLater: state.scoredLater + 1 };
  if (!('runId' in message) || message.runId !== state.runId) return state;
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
      return { ...state, noise: joined(state.noise, message.noise) };
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

/** A worker that starts anew sends early generations again, with the same numbers: scores that are known by now stay known. */
export function withFrame(frames: readonly Frame[], { generation, lanes, elapsedMs }: Frame): readonly Frame[] {
  const known = frames[generation - 1]?.lanes;
  const next = frames.slice();
  next[generation - 1] = { generation, elapsedMs, lanes: known ? lanes.map((lane, at) => withMore(lane, known[at])) : lanes };
  return next;
}

/** Scores of a generation that were computed later, by lane. */
function withScores(frames: readonly Frame[], generation: number, scores: readonly LaneScores[]): readonly Frame[] {
  const frame = frames[generation - 1];
  if (!frame) return frames;
  const next = frames.slice();
  next[generation - 1] = { ...frame, lanes: frame.lanes.map((lane, at) => withMore(lane, scores[at])) };
  return next;
}

function withMore<Lane extends LaneScores>(lane: Lane, more: LaneScores | undefined): Lane {
  if (!more) return lane;
  // what was known has its own reason, or needs none
  const reasons = Object.entries(more.undefined).filter(([id]) => !(id in lane.scores));
  return { ...lane, scores: { ...more.scores, ...lane.scores }, undefined: { ...Object.fromEntries(reasons), ...lane.undefined } };
}

const joined = (known: NoiseFloor | null, more: NoiseFloor): NoiseFloor => ({
  bands: { ...known?.bands, ...more.bands },
  undefined: { ...known?.undefined, ...more.undefined },
});
