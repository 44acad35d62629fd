import { expect, test } from 'vitest';
import { createNodeHost } from '../../headless/nodeHost';
import { parseExperiment } from '../experimentText';
import { SINGULAR } from '../math/resolution';
import type { LaneResult } from '../results';
import { run } from '../run';

async function lanesOf(keys: Record<string, string | number>): Promise<LaneResult[][]> {
  const { experiment, notes } = parseExperiment({ model: 'gaussian', dataset: 'gaussian', scores: 'none', ...keys }, 'headless');
  expect(notes).toEqual([]);
  const generations: LaneResult[][] = [];
  for await (const event of run(experiment, createNodeHost('cpu'))) if (event.type === 'generation') generations.push([...event.lanes]);
  return generations;
}

test('a covariance of fewer samples than dimensions is singular in every generation', async () => {
  const generations = await lanesOf({ dim: 10, initialReal: 10, synthetic: 10, loop: 'synthetic-augmentation', generations: 2 });
  // nine samples more than one make nine directions; the pool of generation 2 is as many again around the same mean, but of rank 9 too
  for (const [lane] of generations) {
    expect(lane.truth).toMatchObject({ logDet: null, kl: null });
    expect(lane.fit.objective).toBeNull();
    expect(lane.undefined).toMatchObject({ logDet: SINGULAR, kl: SINGULAR, objective: SINGULAR });
  }
});

test('a collapse has its log determinant while it is more than rounding, and then none for good', async () => {
  const generations = await lanesOf({ loop: 'fully-synthetic', initialReal: 10, synthetic: 10, generations: 360, replicates: 8 });
  const logDets = generations.map((lanes) => lanes.map(({ truth }) => truth.logDet));
  const early = logDets[99].filter((value) => value !== null);
  expect(early.length).toBe(8);
  // the law: 100 times 2 ln(2/9) + psi(9/2) + psi(4); a run wanders by sqrt(100) x 0.73, a mean of 8 by 2.6
  expect(Math.abs(early.reduce((sum, value) => sum + value, 0) / 8 + 36.3)).toBeLessThan(3 * 2.6);
  for (let replicate = 0; replicate < 8; replicate++) {
    const known = generations.map((lanes) => lanes[replicate].truth.logDet !== null);
    const lost = known.indexOf(false);
    expect(lost, `replicate ${replicate}`).toBeGreaterThan(100);
    // a variance beside its limit may pass it once more; one that is rounding never does
    expect(known.lastIndexOf(true), `replicate ${replicate}`).toBeLessThan(lost + 10);
  }
  for (const { truth, fit, undefined: reasons } of generations.flat()) {
    const values = { ...truth, objective: fit.objective };
    expect(Object.keys(reasons)).toEqual(Object.entries(values).flatMap(([key, value]) => (value === null ? [key] : [])));
  }
}, 60_000);

test('a sampling bias of 0 leaves a point: variance 0, and every null has its reason', async () => {
  const [, [lane]] = await lanesOf({ loop: 'fully-synthetic', bias: 0, generations: 2 });
  expect(lane.truth.traceOverDim).toBe(0);
  expect(lane.fit.objective).toBeNull();
  expect(lane.undefined).toMatchObject({ objective: SINGULAR, logDet: SINGULAR, kl: SINGULAR });
});
