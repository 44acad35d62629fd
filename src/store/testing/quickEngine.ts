import type { Experiment } from '../../engine/experiment';
import type { LaneResult, ToWorker } from '../../protocol/messages';
import type { EngineClient, EngineEvents } from '../../worker/engineClient';
import { aliveModes, laneOf, NO_DATA } from './frames';

const MODES = 8;
const MOST_LANES = 8;

/** Numbers from 0 to 1, always the same for the same seed; good for nothing but tests. */
function anyNumbers(seed: number): () => number {
  let last = seed + 1;
  return () => {
    last = (last * 16807) % 2147483647;
    return last / 2147483647;
  };
}

/** Any number for every score, the same for the same seed; some modes die on the way. Of many replicates the first few: the rest have none. */
function framesOf({ seed, loop, replicates, scores }: Experiment): (generation: number) => readonly LaneResult[] {
  const lanes = loop.flatMap((name, at) =>
    Array.from({ length: Math.min(replicates, MOST_LANES) }, (_, replicate) => {
      const random = anyNumbers(seed + 1000 * at + replicate);
      const ends = Array.from({ length: MODES }, () => random() * 30);
      const own = Object.fromEntries(scores.map((score) => [score, random()]));
      return { name, replicate: replicate + 1, ends, own };
    }),
  );
  return (generation) =>
    lanes.map(({ name, replicate, ends, own }) => {
      const shares = aliveModes(ends.map((end) => (end > generation ? '1' : '0')).join(''));
      return laneOf(name, { replicate, shares, scores: { ...own, modesAlive: shares.alive.filter(Boolean).length } });
    });
}

type Mood = 'quick' | 'broken' | 'silent';

/** An engine that has computed whatever it is asked for a moment later, with any numbers; or breaks down over it, or is never heard of again. */
export class QuickEngine implements EngineClient {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly events: EngineEvents,
    private readonly how: () => Mood,
  ) {}

  send(message: ToWorker): void {
    if (message.type === 'preview') this.events.message({ type: 'preview', previewId: message.previewId, preview: NO_DATA });
    if (message.type === 'cancel') clearTimeout(this.timer);
    if (message.type !== 'run') return;
    const { runId, job } = message;
    this.timer = setTimeout(() => {
      if (this.how() === 'silent') return;
      if (this.how() === 'broken') return this.events.died('The engine stopped working.', 'worker-died');
      this.events.message({ type: 'noise', runId, noise: { bands: { modesAlive: { low: MODES, high: MODES } }, undefined: {} } });
      const lanesAt = framesOf(job.experiment);
      for (let generation = job.from + 1; generation <= job.experiment.generations; generation++)
        this.events.message({ type: 'generation', runId, generation, lanes: lanesAt(generation), elapsedMs: 1 });
      this.events.message({ type: 'ended', runId });
    }, 10);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}
