import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { run } from '../../engine/run';
import { createNodeHost } from '../nodeHost';

const SEEDS = [1, 2, 3, 4];

/** Class entropy at generations 1 and 8, by loop. */
async function entropies(seed: number): Promise<Record<string, readonly [number, number]>> {
  const found: Record<string, [number, number]> = {};
  const { experiment } = parseExperiment({ dataset: 'speech', generations: 8, seed, scores: 'classEntropy' });
  for await (const event of run(experiment, createNodeHost('auto'))) {
    if (event.type !== 'generation' || (event.generation !== 1 && event.generation !== 8)) continue;
    for (const { loop, scores } of event.lanes) {
      found[loop] ??= [Number.NaN, Number.NaN];
      found[loop][event.generation === 1 ? 0 : 1] = scores.classEntropy ?? Number.NaN;
    }
  }
  return found;
}

const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[1] + sorted[2]) / 2;
};

/** What spoken digits have to tell. Not in `npm test`, but in `npm run verify:stories`. */
describe.skipIf(!process.env.ALL_STORIES)('default spoken digits, seeds 1 to 4', () => {
  it('become one murmur when fully synthetic, and stay ten words with real ones', { timeout: 600_000 }, async () => {
    const all: Awaited<ReturnType<typeof entropies>>[] = [];
    for (const seed of SEEDS) all.push(await entropies(seed));
    const of = (loop: string, at: 0 | 1) => all.map((one) => one[loop][at]);
    process.stdout.write(`class entropy at 8, fully synthetic: ${of('fully-synthetic', 1).map((value) => value.toFixed(2))}\n`);
    expect(Math.min(...of('fully-synthetic', 0))).toBeGreaterThan(2);
    expect(median(of('fully-synthetic', 1))).toBeLessThan(0.5);
    for (const loop of ['synthetic-augmentation', 'fresh-data']) expect(Math.min(...of(loop, 1))).toBeGreaterThan(1.5);
  });
});
