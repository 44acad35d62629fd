import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../headless/nodeHost';
import { parseExperiment } from './experimentText';
import type { LaneResult } from './results';
import { run } from './run';

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

/** Half a minute each: not in `npm test`, but in `npm run verify:stories`, which is part of `npm run verify`. */
const DIGIT_SEEDS = process.env.ALL_STORIES ? SEEDS : [];

describe.each(DIGIT_SEEDS)('default digits, seed %i', (seed) => {
  it('collapse to one grey blob when fully synthetic, and stay diverse with real data', { timeout: 300_000 }, async () => {
    const scores: Record<number, Map<string, LaneResult>> = {};
    const { experiment } = parseExperiment({ model: 'vae', generations: 8, seed, scores: 'recall,classEntropy' });
    for await (const event of run(experiment, createNodeHost('auto'))) {
      if (event.type === 'generation') scores[event.generation] = new Map(event.lanes.map((lane) => [lane.loop, lane]));
    }
    const at = (t: number, loop: string) => scores[t].get(loop)?.scores ?? {};
    expect(at(1, 'fully-synthetic').recall).toBeGreaterThan(0.5);
    expect(at(4, 'fully-synthetic').recall).toBeLessThan(0.1);
    expect(at(8, 'fully-synthetic').classEntropy).toBeLessThan(0.3);
    expect(at(8, 'synthetic-augmentation').recall).toBeGreaterThan(0.2);
    expect(at(8, 'fresh-data').recall).toBeGreaterThan(0.2);
  });
});
