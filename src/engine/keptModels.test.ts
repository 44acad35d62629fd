import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../headless/nodeHost';
import { parseExperiment } from './experimentText';
import { KeptModels, modelBytes, RECENT } from './keptModels';
import { modelsNeeded } from './recipe';
import { type GenerationEvent, run } from './run';

const SIZE = 1000;
const generation = (t: number) => ({ generation: t, models: [{ values: new Float32Array(SIZE / 4) }] });

function keptTo(last: number, budget: number): KeptModels {
  const kept = new KeptModels(budget);
  for (let t = 1; t <= last; t++) kept.add(generation(t));
  return kept;
}

describe('kept models', () => {
  it('are all kept within the budget', () => {
    expect(keptTo(10, 10 * SIZE).generations).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('beyond it thin out to each second, fourth, …, the first and the last ones always', () => {
    expect(keptTo(11, 10 * SIZE).generations).toEqual([1, 3, 5, 7, 8, 9, 10, 11]);
    expect(keptTo(30, 10 * SIZE).generations).toEqual([1, 9, 17, 25, 27, 28, 29, 30]);
  });

  it('stay within the budget over any number of generations', () => {
    const kept = new KeptModels(20 * SIZE);
    for (let t = 1; t <= 2000; t++) {
      kept.add(generation(t));
      expect(kept.bytes).toBeLessThanOrEqual(20 * SIZE);
      expect(kept.generations).toEqual(expect.arrayContaining([1, Math.max(1, t - RECENT + 1), t]));
    }
  });

  it('that lanes share count once', () => {
    const shared = { values: new Float32Array(100), pixels: 196 };
    expect(modelBytes([shared, shared, { mean: new Float64Array(2), covariance: new Float64Array(4) }])).toBe(400 + 48);
  });

  it('lead back to the nearest one before a generation, and forget what lies beyond', () => {
    const kept = keptTo(30, 10 * SIZE);
    expect(kept.backTo(20, () => 1).map(({ generation: t }) => t)).toEqual([1, 9, 17]);
    expect(kept.generations).toEqual([1, 9, 17]);
  });

  it('lead back to the last one without a gap before it where a run needs all of them', () => {
    expect(
      keptTo(10, 10 * SIZE)
        .backTo(8, () => Number.POSITIVE_INFINITY)
        .map(({ generation: t }) => t),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(
      keptTo(30, 10 * SIZE)
        .backTo(20, () => Number.POSITIVE_INFINITY)
        .map(({ generation: t }) => t),
    ).toEqual([1]);
  });

  it('lead back to the last one with as many in a row before it as a memory of the last generations needs', () => {
    const to = (from: number, needed: number) => {
      const kept = keptTo(30, 10 * SIZE);
      return kept.backTo(from, () => needed).map(({ generation: t }) => t);
    };
    // kept: 1, 9, 17, 25 and 27 to 30
    expect(to(30, 3)).toEqual([1, 9, 17, 25, 27, 28, 29, 30]);
    expect(to(28, 3)).toEqual([1]);
    const kept = new KeptModels(10 * SIZE);
    kept.backTo(0, () => 5);
    for (let generation = 1; generation <= 30; generation++) kept.add({ generation, models: [{ values: new Float64Array(SIZE / 8) }] });
    expect(kept.generations.slice(-8)).toEqual([23, 24, 25, 26, 27, 28, 29, 30]);
  });

  it('are gone after Reset', () => {
    const kept = keptTo(30, 10 * SIZE);
    kept.clear();
    expect([kept.bytes, kept.generations]).toEqual([0, []]);
  });
});

describe('going back with next to nothing kept', () => {
  const host = createNodeHost('auto');
  const points = { initialReal: 40, real: 30, synthetic: 50, evaluation: 60, generations: 14 };
  const cases: Record<string, Record<string, unknown>> = {
    'a mixture': points,
    'a Gaussian that remembers everything': { ...points, model: 'gaussian', dataset: 'gaussian', memory: 'all' },
    'a mixture that remembers from generation 10 on': { ...points, changes: '10:memory=all' },
    'a mixture that remembered all of it until generation 8': { ...points, memory: 'all', changes: '8:memory=previous' },
    'a mixture that remembers the last five': { ...points, memory: 'last' },
    'a Gaussian whose memory changes': {
      ...{ ...points, model: 'gaussian', dataset: 'gaussian' },
      ...{ memory: 'last', span: 3, changes: '6:memory=previous;11:memory=last,span=6' },
    },
    'digits, scored by the encoder of generation 1': {
      ...{ model: 'vae', initialReal: 60, real: 60, synthetic: 60, evaluation: 50, generations: 9, steps: 10, units: 16, latent: 4 },
      ...{ loop: 'fresh-data', scores: 'encodingSpread,recall' },
    },
  };

  it.each(Object.keys(cases))('gives the same numbers: %s', async (name) => {
    const { experiment, notes } = parseExperiment(cases[name]);
    expect(notes).toEqual([]);
    const whole: GenerationEvent[] = [];
    for await (const event of run(experiment, host)) if (event.type === 'generation') whole.push(event);
    for (const from of [2, 6, experiment.generations - 1]) {
      const kept = new KeptModels(1);
      kept.backTo(0, (behind) => modelsNeeded(experiment, behind));
      for (const event of whole) kept.add(event);
      const behind = kept.backTo(from, (behind) => modelsNeeded(experiment, behind));
      const start = behind.at(-1)?.generation ?? 0;
      expect(start).toBeLessThanOrEqual(from);
      const again: GenerationEvent[] = [];
      for await (const event of run(experiment, host, { kept: behind })) if (event.type === 'generation') again.push(event);
      expect(again).toEqual(whole.slice(start));
    }
  });
});
