import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { LaneResult } from '../../engine/results';
import { run } from '../../engine/run';
import { createNodeHost } from '../nodeHost';

/** The stories that the default experiments have to tell, for every seed that a class is likely to use. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

async function lanesAt(generation: number, keys: Record<string, unknown>): Promise<Map<string, LaneResult>> {
  for await (const event of run(parseExperiment({ generations: generation, ...keys }).experiment, createNodeHost('auto'))) {
    if (event.type === 'generation' && event.generation === generation) return new Map(event.lanes.map((lane) => [lane.loop, lane]));
  }
  throw new Error('the run ended early');
}

describe.each(SEEDS)('default points, seed %i, at generation 50', (seed) => {
  it('lose diversity when fully synthetic, keep most of it with a fixed real set, and win it back with fresh data', { timeout: 60_000 }, async () => {
    const lanes = await lanesAt(50, { seed, scores: 'recall,modesAlive' });
    const of = (loop: string) => lanes.get(loop)?.scores ?? {};
    expect(of('fully-synthetic').recall).toBeLessThan(0.2);
    expect(of('fully-synthetic').modesAlive).toBeLessThanOrEqual(6);
    expect(of('synthetic-augmentation').recall).toBeGreaterThan(0.6);
    expect(of('synthetic-augmentation').modesAlive).toBe(8);
    expect(of('fresh-data').recall).toBeGreaterThan(0.9);
    expect(of('fresh-data').modesAlive).toBe(8);
  });
});
