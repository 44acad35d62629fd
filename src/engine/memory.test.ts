import { describe, expect, it } from 'vitest';
import { PRESETS } from '../presets/presets';
import { parseExperiment, parseQuery } from './experimentText';
import { assertFits, bytesOf, replicatesThatFit } from './memory';
import { models } from './models';
import { initialParameters } from './models/vae/network';
import { createRng } from './rng';

const BUDGET = 256e6;
const onPage = (query: string) => {
  const { experiment, notes } = parseQuery(query);
  expect(notes).toEqual([]);
  return () => assertFits(experiment, { replicates: experiment.replicates, budget: BUDGET });
};

describe('the memory that an experiment needs', () => {
  it('counts a VAE’s parameters as many as there are', () => {
    const [vae] = models.filter(({ id }) => id === 'vae');
    const { experiment } = parseExperiment({ model: 'vae', resolution: 28, units: 512, latent: 32 });
    expect(vae.bytes(experiment, 0).model).toBe(initialParameters({ pixels: 784, units: 512, latent: 32 }, createRng(1)).byteLength);
  });

  it('suffices for the longest run of the largest network, whose models are kept within the budget', () => {
    expect(onPage('model=vae&units=512&resolution=28&generations=2000')).not.toThrow();
  });

  it('suffices for every preset, with half of it to spare', () => {
    for (const { title, query } of PRESETS) {
      const { experiment } = parseQuery(query);
      expect(bytesOf(experiment, { replicates: experiment.replicates, budget: BUDGET }), title).toBeLessThan(0.75e9);
    }
  });

  it.each([
    [
      'model=vae&resolution=28&memory=all&generations=2000',
      /training sets \(3 at once, of up to \d+ samples each\) \(memory draws on.*Lower synthetic, real, initialReal, generations\./,
    ],
    ['model=vae&resolution=28&generations=400&changes=200:memory=all', /GB of it for training sets/],
    [
      'model=vae&units=512&resolution=28&replicates=256&initialReal=10&real=10&synthetic=10&scores=none',
      /fitted models \(768 at once, of the last 4 generations, 3\.3 MB each\).*Lower units, resolution, replicates\./,
    ],
    ['model=gaussian&dim=100&evaluation=10000&replicates=256', /real samples to score against.*Lower evaluation, replicates, dim\./],
    ['replicates=256&generations=2000', /results for the screen.*Lower generations, replicates\./],
  ])('is refused beyond 1.5 GB, with what to lower: %s', (query, words) => {
    expect(onPage(query)).toThrow(words);
    expect(onPage(query)).toThrow(/^This experiment needs \d+\.\d GB of memory.*at most 1\.5 GB are taken/);
  });

  it('grows with replicates, so that as many are taken at once as fit', () => {
    const { experiment } = parseExperiment({ model: 'gaussian', dim: 100, evaluation: 10000, replicates: 10000, generations: 3 }, 'headless');
    const most = replicatesThatFit(experiment);
    expect(most).toBeGreaterThan(1);
    expect(() => assertFits(experiment, { replicates: most, budget: 0 })).not.toThrow();
    expect(() => assertFits(experiment, { replicates: most + 1, budget: 0 })).toThrow();
  });
});
