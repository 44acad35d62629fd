import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../headless/nodeHost';
import { parseExperiment } from './experimentText';
import type { NoiseFloor } from './results';
import { type GenerationEvent, run } from './run';

async function runWith(keys: Record<string, unknown>, noise: boolean) {
  const { experiment } = parseExperiment({ generations: 2, loop: 'fresh-data', ...keys }, 'headless');
  const generations: GenerationEvent[] = [];
  const floors: NoiseFloor[] = [];
  for await (const event of run(experiment, createNodeHost('auto'), { noise })) {
    if (event.type === 'generation') generations.push(event);
    if (event.type === 'noise') floors.push(event.noise);
  }
  return { generations, floors };
}

describe('the noise floor', () => {
  it('of the Frechet distance lies where the closed form puts it', async () => {
    // d(d+5)/4 (1/n1 + 1/n2) for N(0, I_d), n1 = n2 = evaluation: 0.028 and 0.0725 here
    for (const [dim, mean] of [
      [2, (2 * 7) / 4 / 250],
      [5, (5 * 10) / 4 / 250],
    ]) {
      const { floors } = await runWith({ model: 'gaussian', dim, evaluation: 500, scores: 'frechetDistance' }, true);
      const { low, high } = floors[0].bands.frechetDistance;
      expect(low).toBeGreaterThan(0);
      expect(low).toBeLessThan(mean);
      expect(high).toBeGreaterThan(mean);
      // the distance is about a weighted sum of d + d(d+1)/2 squared normals: three times its mean is far beyond 95 %
      expect(high).toBeLessThan(3 * mean);
    }
  });

  it('of coverage holds its null value 0.969 at k = 5', async () => {
    const { floors } = await runWith({ scores: 'coverage', evaluation: 400 }, true);
    const { low, high } = floors[0].bands.coverage;
    expect(low).toBeLessThan(0.969);
    expect(high).toBeGreaterThan(0.969);
  });

  it('comes once, is the same every time, and changes no number of the run', async () => {
    const [withFloor, again, without] = await Promise.all([true, true, false].map((noise) => runWith({ evaluation: 60 }, noise)));
    expect(withFloor.floors).toHaveLength(1);
    expect(again.floors).toEqual(withFloor.floors);
    expect(without.floors).toEqual([]);
    expect(withFloor.generations).toEqual(without.generations);
  });

  it('of a score that does not exist here is left out with its reason', async () => {
    const { floors } = await runWith({ evaluation: 50, k: 20, dataset: 'moons', scores: 'recall,modesAlive' }, true);
    expect(Object.keys(floors[0].bands)).toEqual(['recall']);
    expect(floors[0].undefined.modesAlive).toMatch(/modes/);
  });

  it('of digits is refused where it would need more of them than are held out', async () => {
    const { floors } = await runWith(
      { model: 'vae', generations: 1, initialReal: 10, steps: 10, evaluation: 5001, scores: 'recall', units: 16, latent: 2 },
      true,
    );
    expect(floors[0].bands).toEqual({});
    expect(floors[0].undefined.recall).toMatch(/5001.*10000/);
  });
});
