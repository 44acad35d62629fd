import type { Experiment } from '../engine/experiment';
import { printQuery } from '../engine/experimentText';
import type { FromWorker } from '../protocol/messages';
import type { EnginePool, Order } from '../worker/enginePool';
import { createInbox } from './inbox';
import { withFrame } from './reduceRun';
import type { Kept } from './state';

/** Holds the run that is compared with, and has what it lacks computed beside the present run. */
export function createKeptRun(read: () => Kept | null, write: (kept: Kept | null) => void, { order }: EnginePool) {
  /** What has been ordered, with what calls it off. An answer without a result is not asked for again, a failed preview and a dead engine are. */
  const ordered = new Map<Order['type'], () => void>();

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
    // the last first: a worker that is free at once must not begin what is called off next
    for (const callOff of [...ordered.values()].reverse()) callOff();
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

  return {
    keep,
    /** Draws the real data and computes what is missing, if anything is. */
    complete(): void {
      const kept = read();
      if (!kept) return;
      const { experiment, frames, preview } = kept;
      const { generations } = experiment;
      if (!preview) have({ type: 'preview', experiment });
      if (frames.length < generations) have({ type: 'run', job: { experiment, from: 0, upTo: generations, want: ['shown'] } });
    },
    /** What the address says: the same experiment goes on, another one begins, none ends it. */
    follow(experiment: Experiment | null): void {
      const kept = read();
      if (!experiment) drop();
      else if (!kept || printQuery(kept.experiment) !== printQuery(experiment)) keep({ experiment, frames: [], preview: null });
    },
    drop,
  };
}
