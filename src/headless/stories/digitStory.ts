import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { LaneResult } from '../../engine/results';
import { run } from '../../engine/run';
import { createNodeHost } from '../nodeHost';

/**
 * The story that the default digits have to tell. Half a minute each: not in `npm test`, but in `npm run verify:stories`, which is part
 * of `npm run verify`. Told in two files, for two cores.
 */
export function tellDigitStories(seeds: readonly number[]): void {
  describe.skipIf(!process.env.ALL_STORIES).each([...seeds])('default digits, seed %i', (seed) => {
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
}
