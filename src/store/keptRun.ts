import type { Experiment } from '../engine/experiment';
import { printQuery } from '../engine/experimentText';
import type { FromWorker } from '../protocol/messages';
import type { createEngineClient } from '../worker/engineClient';
import { createInbox } from './inbox';
import { withFrame } from './reduceRun';
import type { Kept } from './state';

/** Holds the run that is compared with, and computes what it lacks, in a worker of its own beside the present run's. */
export function createKeptRun(read: () => Kept | null, write: (kept: Kept | null) => void, connect: typeof createEngineClient) {
  let client: ReturnType<typeof createEngineClient> | null = null;
  let runId = 0;
  let previewId = 0;
  let isComputing = false;

  function flush(messages: readonly FromWorker[]): void {
    const kept = read();
    if (!kept) return;
    let { frames, preview, problem } = kept;
    for (const message of messages) {
      if (message.type === 'preview' && message.previewId === previewId) preview = message.preview;
      if ('runId' in message && message.runId !== runId) continue;
      if (message.type === 'generation' && message.generation <= frames.length + 1) frames = withFrame(frames, message);
      if (message.type === 'failed') problem = message.message;
    }
    write({ ...kept, frames, preview, problem });
  }

  function open() {
    client ??= connect({
      message: createInbox(flush),
      slow: () => undefined,
      died(reason) {
        isComputing = false;
        const kept = read();
        if (kept) write({ ...kept, problem: reason });
      },
    });
    return client;
  }

  function stop(): void {
    if (isComputing) client?.send({ type: 'cancel', runId });
    isComputing = false;
  }

  function keep(kept: Pick<Kept, 'experiment' | 'frames' | 'preview'>): void {
    stop();
    write({ ...kept, problem: null });
  }

  function drop(): void {
    isComputing = false;
    client?.end();
    write(null);
  }

  return {
    keep,
    /** Draws the real data and computes what is missing, if anything is. */
    complete(): void {
      const kept = read();
      if (!kept) return;
      const { experiment } = kept;
      if (!kept.preview) open().send({ type: 'preview', previewId: ++previewId, experiment });
      if (isComputing || kept.frames.length >= experiment.generations) return;
      isComputing = true;
      open().send({ type: 'run', runId: ++runId, job: { experiment, from: 0, upTo: experiment.generations, want: ['shown'] } });
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
