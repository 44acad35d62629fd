import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../headless/nodeHost';
import type { Experiment } from './experiment';
import { parseExperiment } from './experimentText';
import type { ShownImages } from './kinds/images';
import { loops } from './loops';
import { type GenerationEvent, type RunOptions, run } from './run';

const host = createNodeHost('auto');
const SMALL = { initialReal: 40, real: 30, synthetic: 50, evaluation: 60, generations: 6 };
const experimentOf = (keys: Record<string, unknown>): Experiment => {
  const { experiment, notes } = parseExperiment({ ...SMALL, ...keys });
  expect(notes).toEqual([]);
  return experiment;
};

async function generationsOf(experiment: Experiment, options?: RunOptions): Promise<GenerationEvent[]> {
  const generations: GenerationEvent[] = [];
  for await (const event of run(experiment, host, options)) if (event.type === 'generation') generations.push(event);
  return generations;
}

const sizes = (generations: readonly GenerationEvent[], loop: string) =>
  generations.map(({ lanes }) => lanes.find((lane) => lane.loop === loop)?.trainingSize);

describe('a run', () => {
  it('composes the training sets of the three loops', async () => {
    const generations = await generationsOf(experimentOf({}));
    expect(sizes(generations, 'fully-synthetic')).toEqual([40, 50, 50, 50, 50, 50]);
    expect(sizes(generations, 'synthetic-augmentation')).toEqual([40, 90, 90, 90, 90, 90]);
    expect(sizes(generations, 'fresh-data')).toEqual([40, 80, 80, 80, 80, 80]);
  });

  it('composes them by memory: all earlier samples, or a random subset of everything', async () => {
    const all = await generationsOf(experimentOf({ memory: 'all' }));
    expect(sizes(all, 'fully-synthetic')).toEqual([40, 50, 100, 150, 200, 250]);
    expect(sizes(all, 'synthetic-augmentation')).toEqual([40, 90, 140, 190, 240, 290]);
    expect(sizes(all, 'fresh-data')).toEqual([40, 80, 130, 180, 230, 280]);
    const subset = await generationsOf(experimentOf({ memory: 'subsample', loop: 'synthetic-augmentation' }));
    expect(sizes(subset, 'synthetic-augmentation')).toEqual([40, 50, 50, 50, 50, 50]);
  });

  it('draws on the last generations: alone it is the previous one, and goes on behind those it needs', async () => {
    const [previous, alone] = [await generationsOf(experimentOf({})), await generationsOf(experimentOf({ memory: 'last', span: 1 }))];
    expect(alone).toEqual(previous);
    const experiment = experimentOf({ memory: 'last', span: 3 });
    const whole = await generationsOf(experiment);
    expect(sizes(whole, 'fresh-data')).toEqual(sizes(previous, 'fresh-data'));
    // of generation 3 on, where there is more than one model to draw from, the numbers are others
    const modelsOf = (generations: readonly GenerationEvent[]) => generations.slice(0, 2).map(({ models }) => models);
    expect(modelsOf(whole)).toEqual(modelsOf(previous));
    expect(whole[2].lanes[0].scores).not.toEqual(previous[2].lanes[0].scores);
    expect(await generationsOf(experiment, { kept: [whole[0], ...whole.slice(2, 5)] })).toEqual(whole.slice(5));
  });

  it('fits generation 1 once a replicate: its loops share the model and the scores', async () => {
    const [first] = await generationsOf(experimentOf({ generations: 1, replicates: 2 }));
    expect(first.lanes).toHaveLength(6);
    const of = (replicate: number) => first.lanes.filter((lane) => lane.replicate === replicate);
    // by loop, then replicate
    for (const at of [0, 2, 4]) expect(first.models[at]).toBe(first.models[0]);
    expect(of(2)[0].scores).not.toEqual(of(1)[0].scores);
  });

  it.each(['previous', 'all', 'last'])('goes on behind any kept generation to the same numbers (memory %s)', async (memory) => {
    const experiment = experimentOf({ memory, changes: '4:bias=0.8,synthetic=30' });
    const whole = await generationsOf(experiment, { shown: true });
    const behind = await generationsOf(experiment, { shown: true, kept: whole.slice(0, 3) });
    expect(behind).toEqual(whole.slice(3));
  });

  it('goes on behind a kept generation after memory was switched to all', async () => {
    const before = await generationsOf(experimentOf({}));
    const switched = experimentOf({ changes: '5:memory=all' });
    const behind = await generationsOf(switched, { kept: before.slice(0, 4) });
    expect(behind).toEqual((await generationsOf(switched)).slice(4));
    expect(sizes(behind, 'fully-synthetic')).toEqual([200, 250]);
  });

  it('gives a loop the same numbers alone as beside others, and a replicate alone as in a block', async () => {
    const all = await generationsOf(experimentOf({ replicates: 2, loop: loops.map(({ id }) => id).join() }));
    for (const { id } of loops) {
      const alone = await generationsOf(experimentOf({ loop: id }));
      expect(alone.map(({ lanes }) => lanes[0])).toEqual(all.map(({ lanes }) => lanes.find((lane) => lane.loop === id && lane.replicate === 1)));
    }
    const second = await generationsOf(experimentOf({ replicates: 2 }), { replicates: { first: 2, last: 2 } });
    expect(second.map(({ lanes }) => lanes[0])).toEqual(all.map(({ lanes }) => lanes.find((lane) => lane.replicate === 2)));
  });

  it('takes live changes from their generation on, and leaves earlier ones as they were', async () => {
    const plain = await generationsOf(experimentOf({}));
    const changed = await generationsOf(experimentOf({ changes: '4:real=0' }));
    expect(changed.slice(0, 3)).toEqual(plain.slice(0, 3));
    expect(sizes(changed, 'fresh-data')).toEqual([40, 80, 80, 50, 50, 50]);
  });

  it('gives no score that is not a number, and says why where it gives none', async () => {
    for (const keys of [{ k: 20, evaluation: 50 }, { bias: 0 }, { model: 'gaussian', dim: 1 }, { model: 'gaussian', dim: 7 }, { dataset: 'moons' }]) {
      for (const { lanes } of await generationsOf(experimentOf({ ...keys, generations: 3 }))) {
        for (const lane of lanes) {
          for (const [key, value] of Object.entries({ ...lane.scores, ...lane.truth })) {
            if (value === null) expect(lane.undefined[key], key).toBeTruthy();
            else expect(Number.isFinite(value), key).toBe(true);
          }
        }
      }
    }
  });

  it('shows points with their components, and 64 digits from the same latent points in every generation', async () => {
    const [points] = await generationsOf(experimentOf({ generations: 1 }), { shown: true });
    expect(points.lanes[0].shown).toMatchObject({ kind: 'points', count: 60, dim: 2 });
    const digits = await generationsOf(experimentOf({ model: 'vae', steps: 10, scores: 'none', generations: 2, loop: 'fresh-data' }), {
      shown: true,
    });
    for (const { lanes } of digits) {
      expect(lanes[0].shown).toMatchObject({ kind: 'images', count: 64, side: 14 });
      expect(new Set((lanes[0].shown as ShownImages | null)?.values).size).toBeGreaterThan(10);
    }
  });

  it('draws nothing that nobody asked for', async () => {
    const [{ lanes }] = await generationsOf(experimentOf({ scores: 'none', generations: 1 }));
    expect(lanes[0].scores).toEqual({});
    expect(lanes[0].shown).toBeNull();
  });

  it('refuses a training set that would not fit, by name', async () => {
    const experiment = experimentOf({
      model: 'gaussian',
      dim: 50,
      memory: 'all',
      loop: 'fully-synthetic',
      synthetic: 20000,
      generations: 200,
      scores: 'none',
    });
    await expect(generationsOf(experiment)).rejects.toThrow(
      /needs 4\.8 GB of memory, .* for training sets \(1 at once, of up to \d+ samples each\) \(memory draws on all .*at most 1\.5 GB.* Lower synthetic/,
    );
  });
});
