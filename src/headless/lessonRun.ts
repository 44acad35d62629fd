import { blocksOf } from '../engine/blocks';
import type { Experiment } from '../engine/experiment';
import type { LaneResult, NoiseFloor } from '../engine/results';
import { type RunEvent, run } from '../engine/run';
import type { RunSeen } from '../lessons/runSeen';
import { blockSize } from './blocks';
import type { Crew, Result } from './crew';
import { createNodeHost } from './nodeHost';

/**
 * A run from its first generation to its last, with these scores, and with their noise floor.
 * @param crew computes in the place of this thread
 */
export async function computeRun(experiment: Experiment, scores: readonly string[], crew?: Crew): Promise<RunSeen> {
  const asked = { ...experiment, scores };
  const lanes = new Map<number, LaneResult[]>();
  let noise: NoiseFloor | null = null;
  for (const replicates of blocksOf(asked.replicates, blockSize(asked))) {
    const isWithNoise: boolean = noise === null && scores.length > 0;
    const events: AsyncIterable<RunEvent | Result> =
      crew?.run(asked, replicates, isWithNoise) ?? run(asked, createNodeHost(asked.backend), { replicates, noise: isWithNoise });
    for await (const event of events) {
      if (event.type === 'noise') noise = event.noise;
      if (event.type === 'generation') lanes.set(event.generation, [...(lanes.get(event.generation) ?? []), ...event.lanes]);
    }
  }
  return { experiment: asked, frames: [...lanes].map(([generation, all]) => ({ generation, lanes: all, elapsedMs: 0 })), noise };
}
