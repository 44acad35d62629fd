import { expect, it } from 'vitest';
import { createNodeHost } from '../headless/nodeHost';
import { parseExperiment } from './experimentText';
import type { ShownImages } from './kinds/images';
import type { VaeParameters } from './models/vae/fit';
import { decodeMeans, latentPoints } from './models/vae/sample';
import { createRng } from './rng';
import { type GenerationEvent, run } from './run';

it('shows digits of the same latent points in every loop and generation, scaled by the bias alone', async () => {
  const host = createNodeHost('auto');
  const keys = { model: 'vae', initialReal: 80, real: 80, synthetic: 80, evaluation: 60, units: 16, latent: 4, steps: 12, generations: 3 };
  const { experiment } = parseExperiment({ ...keys, seed: 9, scores: 'none', changes: '3:bias=0.25' });
  const generations: GenerationEvent[] = [];
  for await (const event of run(experiment, host, { shown: true })) if (event.type === 'generation') generations.push(event);
  expect(generations).toHaveLength(3);
  const stream = createRng(9).fork('replicate', 1).fork('showcase').fork('latent');
  const z = latentPoints(64, 4, 1, stream);
  const scaled = z.map((value) => value / 2);
  const backend = await host.tensors();
  const seen = new Set<string>();
  for (const { generation, lanes, models } of generations) {
    expect(lanes.map(({ loop }) => loop)).toEqual(experiment.loop);
    for (const [at, { shown }] of lanes.entries()) {
      const means = await decodeMeans(backend, models[at] as VaeParameters, generation === 3 ? scaled : z);
      const { values } = shown as ShownImages;
      expect(values).toEqual(Uint8Array.from(means, (value) => Math.round(255 * value)));
      seen.add(String(values));
    }
  }
  // one model in generation 1, three in each later one
  expect(seen.size).toBe(7);
});
