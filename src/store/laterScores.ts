import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FromWorker, NoiseFloor, ToWorker } from '../protocol/messages';
import type { Frame } from '../results/frame';
import { scoresLookedAt, scoresMissing } from './looks';
import { runOf } from './selectors';
import type { LabState, Run } from './state';

interface LaterScoresState {
  readonly isComputing: boolean;
  /** why they could not be computed; '' while all is well */
  readonly problem: string;
}

export type LaterScores = ReturnType<typeof createLaterScores>;

const NONE: LaterScoresState = { isComputing: false, problem: '' };

const lacks = (noise: NoiseFloor, id: string) => !(id in noise.bands) && !(id in noise.undefined);

/** What is computed of a run without what is looked at now: from the generation shown back, then those that will be shown next. */
function missingOf({ frames, noise, shown }: Pick<Run, 'frames' | 'noise' | 'shown'>, wanted: readonly string[]) {
  const scores = scoresMissing(frames, wanted);
  const isWithout = ({ lanes }: Frame) => lanes.length > 0 && scores.some((id) => !(id in lanes[0].scores));
  const generations = scores.length === 0 ? [] : frames.filter(isWithout).map(({ generation }) => generation);
  const seen = generations.filter((t) => t <= shown);
  return {
    scores,
    generations: [...seen.reverse(), ...generations.filter((t) => t > shown)],
    noise: noise ? wanted.filter((id) => lacks(noise, id)) : [],
  };
}

/** Has the engine compute what is looked at now, and was not when its generation was computed. */
export function createLaterScores(send: (message: ToWorker) => void) {
  const store: StoreApi<LaterScoresState> = createStore(() => NONE);
  let requestId = 0;
  /** what is asked for, and of which run */
  let open: { readonly runId: number; readonly wanted: readonly string[] } | null = null;
  /** of which nothing is missing, or only what can't be had */
  let settled: { readonly frames: readonly Frame[]; readonly noise: NoiseFloor | null; readonly wanted: readonly string[] } | null = null;
  /** the question that was answered last: what is missing then is not asked for again */
  let answered = '';

  const become = (state: LaterScoresState) => {
    const now = store.getState();
    if (now.isComputing !== state.isComputing || now.problem !== state.problem) store.setState(state);
  };

  function forget(): void {
    if (open) send({ type: 'forgetScores', requestId });
    open = null;
    become(NONE);
  }

  function ask(run: Run, wanted: readonly string[]): void {
    const missing = missingOf(run, wanted);
    settled = { frames: run.frames, noise: run.noise, wanted };
    if (missing.generations.length === 0 && missing.noise.length === 0) return forget();
    const question = JSON.stringify([run.runId, missing]);
    if (question === answered) return;
    answered = question;
    requestId++;
    open = { runId: run.runId, wanted };
    become({ isComputing: true, problem: '' });
    send({ type: 'score', requestId, ofRun: run.runId, experiment: run.experiment, ...missing });
  }

  return {
    store,
    /** To be called at every change. */
    follow(lab: LabState): void {
      const run = runOf(lab);
      // of frames from elsewhere the engine has no models; what broke a run is not tried again unasked
      if (run?.origin !== 'engine' || lab.run.status === 'failed') return forget();
      const wanted = scoresLookedAt(lab);
      if (open?.runId === run.runId && open.wanted === wanted) return;
      if (!open && settled?.frames === run.frames && settled.noise === run.noise && settled.wanted === wanted) return;
      ask(run, wanted);
    },
    take(message: FromWorker): void {
      if (!('requestId' in message) || message.requestId !== requestId || !open) return;
      if (message.type === 'scoredAll') {
        open = null;
        become(NONE);
      }
      if (message.type === 'scoringFailed') {
        open = null;
        become({ isComputing: false, problem: message.message });
      }
    },
    /** The engine broke down. */
    fail(reason: string): void {
      if (!open) return;
      open = null;
      become({ isComputing: false, problem: reason });
    },
  };
}
