import { expect, it } from 'vitest';
import { createNodeHost } from '../headless/nodeHost';
import type { Host } from './contracts';
import { parseExperiment } from './experimentText';
import type { ShownImages } from './kinds/images';
import type { VaeParameters } from './models/vae/fit';
import { decodeMeans, latentPoints } from './models/vae/sample';
import { createRng } from './rng';
import { type GenerationEvent, type RunEvent, run } from './run';

it('shows networks on their way, at the same latent points, and nothing that is computed depends on who looks', async () => {
  const keys = { model: 'vae', initialReal: 70, real: 70, synthetic: 70, evaluation: 60, units: 16, latent: 4, steps: 24, generations: 2 };
  const { experiment } = parseExperiment({ ...keys, seed: 4, scores: 'recall' });
  const told = async (host: Host) => {
    const events: RunEvent[] = [];
    for await (const event of run(experiment, host, { shown: true })) events.push(event);
    return events;
  };
  const unseen = await told(createNodeHost('wasm'));
  const seen = await told({ ...createNodeHost('wasm'), wantsGlimpse: () => true });
  const generations = (events: readonly RunEvent[]) => events.filter(({ type }) => type === 'generation');
  expect(generations(seen)).toEqual(generations(unseen));

  const training = (events: readonly RunEvent[], t: number) =>
    events.flatMap((event) => (event.type === 'progress' && event.generation === t && event.inTraining ? [event.inTraining] : []));
  expect(training(unseen, 1)).toEqual([]);
  // every fourth step but the last
  expect(training(seen, 1).map(({ loops }) => loops)).toEqual(Array(5).fill(experiment.loop));
  expect(training(seen, 2).map(({ loops: [loop] }) => loop)).toEqual(experiment.loop.flatMap((loop) => Array(5).fill(loop)));
  const [first, last] = [training(seen, 1)[0], training(seen, 1)[4]];
  expect(last.objective).toBeGreaterThan(first.objective);
  expect(first.shown).toMatchObject({ kind: 'images', count: 64, side: 14 });
  const shownOf = (event: RunEvent) => (event.type === 'generation' && event.generation === 1 ? [event.lanes[0].shown as ShownImages] : []);
  const [{ classes }] = seen.flatMap(shownOf);
  expect(classes).toHaveLength(64);
});

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
