import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../headless/nodeHost';
import { parseExperiment } from './experimentText';
import { finishAsync } from './math/steps';
import { run } from './run';
import { runCell } from './sweep';
import { axisOf, cellsOf, experimentOf, type SweepPlan, valuesBetween } from './sweepPlan';

describe('the values of an axis', () => {
  it('lie in equal steps, without the rounding of their sums', () => {
    expect(axisOf('bias', 0, 1, 6)?.values).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(axisOf('k', 1, 20, 3)?.values).toEqual([1, 11, 20]);
  });

  it('lie in equal ratios where the slider does, whole and never the same twice', () => {
    expect(axisOf('synthetic', 16, 1024, 7)?.values).toEqual([16, 32, 64, 128, 256, 512, 1024]);
    expect(axisOf('real', 0, 256, 10)?.values).toEqual([0, 1, 2, 4, 8, 16, 32, 64, 128, 256]);
    expect(axisOf('real', 0, 6, 6)?.values).toEqual([0, 1, 2, 3, 4, 6]);
  });

  it('are there only where there are so many', () => {
    const integers = { type: 'integer', scale: 'log' } as const;
    expect(valuesBetween(integers, 10, 12, 4)).toBeNull();
    expect(valuesBetween(integers, 10, 12, 3)).toEqual([10, 11, 12]);
    expect(valuesBetween(integers, 12, 10, 3)).toBeNull();
    expect(valuesBetween(integers, 10, 12, 1)).toBeNull();
    // any number of them rises
    for (let to = 1; to < 60; to++)
      for (let count = 2; count <= to + 1; count++) {
        const values = valuesBetween(integers, 0, to, count) ?? [];
        expect(values).toHaveLength(count);
        expect([values[0], values.at(-1)]).toEqual([0, to]);
        expect(values.every((value, at) => at === 0 || value > values[at - 1])).toBe(true);
      }
  });

  it('are those of numbers alone', () => {
    expect(axisOf('loop', 0, 1, 2)).toBeNull();
  });
});

describe('a cell', () => {
  const plan = (keys: Record<string, unknown>, score: string): SweepPlan => ({
    experiment: parseExperiment({ loop: 'fresh-data', replicates: 2, generations: 3, evaluation: 80, initialReal: 30, ...keys }).experiment,
    x: { key: 'real', values: [10, 20] },
    y: { key: 'synthetic', values: [30, 60] },
    score,
  });

  it.each([
    ['recall', { scores: 'recall' }],
    ['traceOverDim', { model: 'gaussian', scores: 'none' }],
  ])('has the numbers of its own run (%s)', async (score, keys) => {
    const map = plan(keys, score);
    expect(cellsOf(map)).toEqual([
      { x: 10, y: 30 },
      { x: 20, y: 30 },
      { x: 10, y: 60 },
      { x: 20, y: 60 },
    ]);
    const cell = { x: 20, y: 30 };
    const values = await finishAsync(runCell(map, cell, createNodeHost('cpu')));
    const wanted: unknown[] = [];
    for await (const event of run(experimentOf(map, cell), createNodeHost('cpu'))) {
      if (event.type !== 'generation' || event.generation < 3) continue;
      wanted.push(...event.lanes.map((lane) => ({ ...cell, replicate: lane.replicate, value: lane.scores[score] ?? lane.truth[score] })));
    }
    expect(values).toEqual(wanted);
    expect(values).toHaveLength(2);
  });

  it('without a meaning says why', async () => {
    const map = plan({ evaluation: 50, k: 20, dataset: 'moons', scores: 'modesAlive' }, 'modesAlive');
    const [value] = await finishAsync(runCell(map, { x: 10, y: 30 }, createNodeHost('cpu')));
    expect(value).toMatchObject({ value: null, undefined: expect.stringMatching(/modes/) });
  });
});
