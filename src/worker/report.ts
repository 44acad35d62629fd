import type { Rung, TensorBackend } from '../engine/contracts';
import type { GenerationEvent, ProgressEvent } from '../engine/run';
import type { Badge, FromWorker, WorkPhase } from '../protocol/messages';

/** Progress is for the eye. */
const PROGRESS_MS = 80;
/** The first word of a phase comes sooner, so that the page can mark phases that are short. */
const PHASE_MS = 30;

export type Post = (message: FromWorker, transfer?: Transferable[]) => void;

/** Tells the page how a run goes, from its first `generation` on. */
export function createReport(post: Post, runId: number, first: number) {
  let generation = first;
  let phase = '';
  let reported = 0;
  let started = 0;
  return {
    announce(work: WorkPhase): void {
      reported = 0;
      post({ type: 'progress', runId, generation, phase: work, done: 0, total: 0 });
    },

    /** From now on time counts for the next generation. */
    begin(): void {
      started = performance.now();
    },

    progress(event: ProgressEvent): void {
      const now = performance.now();
      if (now - reported <= (event.phase === phase ? PROGRESS_MS : PHASE_MS)) return;
      reported = now;
      phase = event.phase;
      post({ type: 'progress', runId, generation: event.generation, phase: event.phase, done: event.done, total: event.total });
    },

    /** The page gets the results and the shown samples, the engine keeps the models. */
    generation({ generation: t, lanes }: GenerationEvent): void {
      // the loops of a replicate share generation 1, and with it one buffer
      const buffers = new Set<ArrayBufferLike>();
      for (const { shown } of lanes) {
        for (const part of Object.values(shown ?? {})) if (ArrayBuffer.isView(part)) buffers.add(part.buffer);
      }
      post({ type: 'generation', runId, generation: t, lanes, elapsedMs: performance.now() - started }, [...buffers] as Transferable[]);
      generation = t + 1;
    },

    badge(choice: Pick<Badge, 'rung' | 'renderer' | 'reason'>, tf: TensorBackend['tf'] | undefined): void {
      const { rung, renderer, reason } = choice;
      const tfjsBackend = (tf?.getBackend() ?? null) as Rung | null;
      post({ type: 'badge', badge: { rung, renderer, reason, tfjsBackend, tensors: tf?.memory().numTensors ?? null } });
    },
  };
}
