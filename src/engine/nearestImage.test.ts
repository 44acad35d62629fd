import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Host } from './contracts';
import { datasets } from './datasets';
import { openImageFeatures } from './datasets/imageFeatures';
import { DIGITS_14 } from './datasets/imageSets';
import { digits } from './datasets/images';
import type { Experiment } from './experiment';
import { parseExperiment } from './experimentText';
import { loops } from './loops';
import { createImageSearch, nearestOf } from './nearestImage';
import { recipesOf } from './recipe';
import { byId } from './registry';
import { createRng } from './rng';

function hostOf() {
  const fetched: string[] = [];
  const host: Host = {
    rung: 'cpu',
    tensors: () => Promise.reject(new Error('a search needs no tensors')),
    async load(path) {
      fetched.push(path);
      return readFile(`public/${path}`);
    },
  };
  return { host, fetched };
}

const experimentOf = (keys: Record<string, unknown>): Experiment =>
  parseExperiment({ model: 'vae', initialReal: 300, real: 150, ...keys }).experiment;
const loop = (id: string) => loops.find((entry) => entry.id === id) as (typeof loops)[number];

async function finish<Result>(steps: AsyncGenerator<void, Result>): Promise<Result> {
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}

/** Images [count, 196] of the digits that a run of the experiment trains on, in its own order. */
async function trainingDigits(experiment: Experiment, host: Host, count: number): Promise<Float32Array> {
  const source = byId(datasets, experiment.dataset).open(experiment, createRng(experiment.seed).fork('replicate', 1), host);
  return (await source.initial(count)).values as Float32Array;
}

const bytes = (values: Float32Array) => Uint8Array.from(values, (value) => Math.round(255 * value));

describe('the real digits that a loop has seen', () => {
  it('are the initial ones, and with fresh data those of every generation since', () => {
    const experiment = experimentOf({ changes: '3:real=500' });
    for (const id of ['fully-synthetic', 'synthetic-augmentation']) expect(recipesOf(loop(id), experiment)(4).realSeen).toBe(300);
    const fresh = recipesOf(loop('fresh-data'), experiment);
    expect([1, 2, 3, 4].map((t) => fresh(t).realSeen)).toEqual([300, 450, 950, 1450]);
  });
});

describe('the nearest real digit', () => {
  it('of a training digit is itself at distance 0, and of a changed one as far as it was changed', async () => {
    const { host } = hostOf();
    const experiment = experimentOf({ seed: 5 });
    const real = await trainingDigits(experiment, host, 300);
    const copy = bytes(real.slice(217 * 196, 218 * 196));
    const changed = copy.slice();
    changed[0] = 51;
    const search = createImageSearch(host, { datasets, loops });
    const [same, near] = await finish(
      search(experiment, [
        { loop: 'fully-synthetic', generation: 3, pixels: copy },
        { loop: 'synthetic-augmentation', generation: 3, pixels: changed },
      ]),
    );
    expect(same).toMatchObject({ loop: 'fully-synthetic', generation: 3, searched: 300 });
    expect(same.distance).toBeLessThan(1e-6);
    expect(same.pixels).toEqual(copy);
    expect(near.distance).toBeCloseTo(0.2, 6);
  });

  it('is as it is in the data that the run has: with its stain, where these are stained', async () => {
    const { host } = hostOf();
    const search = createImageSearch(host, { datasets, loops });
    const nearest = async (dataset: string) => {
      const experiment = experimentOf({ seed: 5, dataset });
      const pixels = bytes((await trainingDigits(experiment, host, 300)).slice(215 * 196, 216 * 196));
      const [{ distance, pixels: found, usual }] = await finish(search(experiment, [{ loop: 'fully-synthetic', generation: 3, pixels }]));
      expect(distance).toBeLessThan(1e-6);
      return { corner: found[0], usual };
    };
    const [plain, stained] = [await nearest('digits'), await nearest('stained-digits')];
    expect([plain.corner, stained.corner]).toEqual([0, 255]);
    expect(stained.usual).not.toBe(plain.usual);
  });

  it('is the one that a comparison with every digit finds, over the border of chunks', async () => {
    const { host } = hostOf();
    const experiment = experimentOf({ seed: 6 });
    const real = await trainingDigits(experiment, host, 450);
    const source = digits.open(experiment, createRng(6).fork('replicate', 1), host);
    const strangers = (await source.heldOut(12)).values;
    const images = Array.from({ length: 12 }, (_, i) => Array.from(strangers.subarray(i * 196, (i + 1) * 196)));
    const found = await finish(nearestOf(source, 450, images));
    for (const [at, image] of images.entries()) {
      const squared = Array.from({ length: 450 }, (_, row) => image.reduce((sum, value, i) => sum + (value - real[row * 196 + i]) ** 2, 0));
      const smallest = Math.min(...squared);
      expect(found[at].squared).toBeCloseTo(smallest, 9);
      expect(found[at].index).toBe(squared.indexOf(smallest));
    }
    expect(found.some(({ index }) => index >= 200)).toBe(true);
  });

  it('comes with what is usual between real digits: itself does not count', async () => {
    const { host } = hostOf();
    const experiment = experimentOf({ seed: 7 });
    const real = await trainingDigits(experiment, host, 300);
    const search = createImageSearch(host, { datasets, loops });
    const [{ usual }] = await finish(search(experiment, [{ loop: 'fully-synthetic', generation: 1, pixels: bytes(real.slice(0, 196)) }]));
    const own = Array.from({ length: 32 }, (_, at) => {
      const others = Array.from({ length: 300 }, (_, row) => row).filter((row) => row !== at);
      const squared = others.map((row) => {
        let sum = 0;
        for (let i = 0; i < 196; i++) sum += (real[at * 196 + i] - real[row * 196 + i]) ** 2;
        return sum;
      });
      return Math.sqrt(Math.min(...squared));
    }).sort((a, b) => a - b);
    expect(usual).toBeCloseTo(own[16], 9);
  });

  it('loads nothing that a run has not loaded: without the classifier it is not read', async () => {
    const { host, fetched } = hostOf();
    const experiment = experimentOf({ seed: 8 });
    const real = await trainingDigits(experiment, host, 300);
    const before = fetched.length;
    const query = { loop: 'fully-synthetic', generation: 1, pixels: bytes(real.slice(0, 196)) };
    const search = createImageSearch(host, { datasets, loops });
    const [unread] = await finish(search(experiment, [query]));
    expect([unread.real, unread.made]).toEqual([null, null]);
    expect(fetched.length).toBe(before);
    await openImageFeatures(host, DIGITS_14);
    const [read] = await finish(search(experiment, [query]));
    expect(read.real).toBe(read.made);
    expect(read.real).toBeGreaterThanOrEqual(0);
    expect(fetched.length).toBe(before + 1);
  });
});
