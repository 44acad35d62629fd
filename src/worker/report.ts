import type { Rung, TensorBackend } from '../engine/contracts';
import type { GenerationEvent, ProgressEvent } from '../engine/run';
import type { Badge, FromWorker, ShownSamples, WorkPhase } from '../protocol/messages';

/** Progress is for the eye. */
const PROGRESS_MS = 80;
/** The first word of a phase comes sooner, so that the page can mark phases that are short. */
const PHASE_MS = 30;

/** Given away with the samples; the loops of a replicate share generation 1, and with it one buffer. */
function buffersOf(shown: readonly (ShownSamples | null)[]): Transferable[] {
  const parts = shown.flatMap((samples) => Object.values(samples ?? {}));
  return [...new Set(parts.filter(ArrayBuffer.isView).map(({ buffer }) => buffer as ArrayBuffer))];
}

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
      if (!event.inTraining && now - reported <= (event.phase === phase ? PROGRESS_MS : PHASE_MS)) return;
      reported = now;
      phase = event.phase;
      post({ ...event, runId }, event.inTraining && buffersOf([event.inTraining.shown]));
    },

    /** The page gets the results and the shown samples, the engine keeps the models. */
    generation({ generation: t, lanes }: GenerationEvent): void {
      const elapsedMs = performance.now() - started;
      post({ type: 'generation', runId, generation: t, lanes, elapsedMs }, buffersOf(lanes.map(({ shown }) => shown)));
      generation = t + 1;
    },

    badge(choice: Pick<Badge, 'rung' | 'renderer' | 'reason'>, tf: TensorBackend['tf'] | undefined): void {
      const { rung, renderer, reason } = choice;
      const tfjsBackend = (tf?.getBackend() ?? null) as Rung | null;
      post({ type: 'badge', badge: { rung, renderer, reason, tfjsBackend, tensors: tf?.memory().numTensors ?? null } });
    },
  };
}
