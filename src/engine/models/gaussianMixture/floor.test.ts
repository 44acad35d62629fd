import { expect, test } from 'vitest';
import { createNodeHost } from '../../../headless/nodeHost';
import type { Host } from '../../contracts';
import { parseExperiment } from '../../experimentText';
import { type GenerationEvent, run } from '../../run';

const { experiment } = parseExperiment({
  model: 'gaussian-mixture',
  dataset: 'gaussian',
  components: 1,
  loop: 'fully-synthetic',
  initialReal: 50,
  synthetic: 50,
  generations: 400,
  scores: 'none',
});

const inFloat64 = createNodeHost('cpu');
/** The rung decides the path: EM on tfjs, here without a GPU. */
const onTensors: Host = { ...inFloat64, rung: 'webgl', tensors: createNodeHost('wasm').tensors };

test.each([
  { path: 'float64', host: inFloat64 },
  { path: 'tfjs', host: onTensors },
])(
  '$path says from when on the floor, and no longer the data, decides the variance',
  async ({ host }) => {
    const generations: GenerationEvent['lanes'][number][] = [];
    for await (const event of run(experiment, host)) if (event.type === 'generation') generations.push(event.lanes[0]);
    // the geometric mean of both variances, in shares of the first
    const shareOf = ({ truth }: (typeof generations)[number]) => Math.exp(((truth.logDet as number) - (generations[0].truth.logDet as number)) / 2);
    const reached = generations.findIndex(({ fit }) => fit.floorReached);
    expect(reached).toBeGreaterThan(50);
    expect(reached).toBeLessThan(200);
    // it fell until then, and stays about n floors high from then on: no plateau without a word
    expect(shareOf(generations[reached])).toBeLessThan(1e-3);
    const plateau = generations.slice(-150);
    expect(plateau.filter(({ fit }) => fit.floorReached).length).toBeGreaterThan(140);
    expect(Math.min(...plateau.map(shareOf))).toBeGreaterThan(3e-6);
    expect(Math.max(...plateau.map(shareOf))).toBeLessThan(3e-4);
  },
  30_000,
);
