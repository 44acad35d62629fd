import type { Experiment } from '../engine/experiment';
import { isSameExperiment } from '../engine/experimentText';
import type { FromWorker } from '../protocol/messages';
import type { EnginePool, Order } from '../worker/enginePool';
import { createInbox } from './inbox';
import { scoresMissing, scoresOf } from './looks';
import { withFrame } from './reduceRun';
import type { Kept, LabState } from './state';

/** Holds the run that is compared with, and has what it lacks computed beside the present run. */
export function createKeptRun(lab: () => Pick<LabState, 'kept' | 'looks'>, write: (kept: Kept | null) => void, { order, end }: EnginePool) {
  const read = () => lab().kept;
  /** What has been ordered, with what calls it off. An answer without a result is not asked for again, a failed preview and a dead engine are. */
  const ordered = new Map<Order['type'], () => void>();
  /** those that the run was ordered with */
  let scores: readonly string[] = [];

  function flush(messages: readonly FromWorker[]): void {
    const kept = read();
    if (!kept) return;
    let { frames, preview, problem } = kept;
    for (const message of messages) {
      if (message.type === 'preview') preview = message.preview;
      if (message.type === 'previewFailed') ordered.delete('preview');
      if (message.type === 'generation' && message.generation <= frames.length + 1) frames = withFrame(frames, message);
      if (message.type === 'failed') problem = message.message;
    }
    write({ ...kept, frames, preview, problem });
  }

  function have(wanted: Order): void {
    if (ordered.has(wanted.type)) return;
    let isOff = false;
    const callOff = order(wanted, {
      message: createInbox((messages) => {
        if (!isOff) flush(messages);
      }).put,
      died(reason) {
        ordered.delete(wanted.type);
        const kept = read();
        if (kept) write({ ...kept, problem: reason });
      },
    });
    ordered.set(wanted.type, () => {
      isOff = true;
      callOff();
    });
  }

  function stop(): void {
    end();
    for (const callOff of ordered.values()) callOff();
    ordered.clear();
  }

  function keep(kept: Pick<Kept, 'experiment' | 'frames' | 'preview'>): void {
    stop();
    write({ ...kept, problem: null });
  }

  function drop(): void {
    stop();
    write(null);
  }

  /** Draws the real data and computes what is missing, if anything is. */
  function complete(): void {
    const kept = read();
    if (!kept) return;
    const { experiment, frames, preview } = kept;
    const { generations } = experiment;
    if (!preview) have({ type: 'preview', experiment });
    scores = scoresOf(experiment, lab().looks);
    if (frames.length < generations || scoresMissing(frames, scores).length > 0)
      have({ type: 'run', job: { experiment, from: 0, upTo: generations, want: ['shown'], scores } });
  }

  return {
    keep,
    complete,
    /** Others are looked at now: where one of them was not asked for, all is computed anew. */
    look(): void {
      const kept = read();
      if (!kept || !ordered.has('run') || scoresOf(kept.experiment, lab().looks).every((id) => scores.includes(id))) return;
      ordered.get('run')?.();
      ordered.delete('run');
      complete();
    },
    /** What the address says: the same experiment goes on, another one begins, none ends it. */
    follow(experiment: Experiment | null): void {
      const kept = read();
      if (!experiment) drop();
      else if (!kept || !isSameExperiment(kept.experiment, experiment)) keep({ experiment, frames: [], preview: null });
    },
    drop,
  };
}
