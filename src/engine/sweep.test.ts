import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../headless/nodeHost';
import { parseExperiment } from './experimentText';
import { finishAsync } from './math/steps';
import { run } from './run';
import { runCell } from './sweep';
import { axisOf, cellsOf, coarseToFine, experimentOf, placeOf, type SweepPlan, stepsOf, valuesBetween } from './sweepPlan';

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

  it('are those of numbers alone, and none that the key does not allow', () => {
    expect(axisOf('loop', 0, 1, 2)).toBeNull();
    expect(axisOf('resolution', 14, 28, 2)?.values).toEqual([14, 28]);
    expect(axisOf('resolution', 14, 28, 3)).toBeNull();
  });
});

describe('a map that becomes finer', () => {
  const sides = (columns: number, rows: number) => {
    const values = (count: number) => Array.from({ length: count }, (_, at) => at);
    return { x: { key: 'real', values: values(columns) }, y: { key: 'synthetic', values: values(rows) } } as const;
  };

  it('has each cell once, the coarsest first, and a coarser one to stand for each until it is there', () => {
    for (const [columns, rows] of [
      [2, 2],
      [16, 16],
      [24, 24],
      [3, 24],
      [17, 5],
    ]) {
      const plan = sides(columns, rows);
      const [order, steps] = [coarseToFine(plan), stepsOf(plan)];
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: columns * rows }, (_, at) => at));
      expect(order[0]).toBe(0);
      const there = new Set<number>();
      for (const [place, at] of order.entries()) {
        if (place > 0) expect(steps[at]).toBeLessThanOrEqual(steps[order[place - 1]]);
        const [column, row] = [at % columns, Math.floor(at / columns)];
        const coarser = 2 * steps[at];
        const stood = place === 0 || there.has((row - (row % coarser)) * columns + column - (column % coarser));
        expect(stood, `${columns} x ${rows}, cell ${at}`).toBe(true);
        there.add(at);
      }
    }
  });

  it('knows the place of a cell', () => {
    const plan = sides(4, 3);
    for (const [at, cell] of cellsOf(plan).entries()) expect(placeOf(plan, cell)).toBe(at);
    expect(placeOf(plan, { x: 9, y: 0 })).toBe(-1);
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

  it('that cannot be says why', async () => {
    const map = plan({ real: 0, loop: 'fresh-data', dataset: 'gaussian', model: 'gaussian-mixture', components: 2, scores: 'none' }, 'a');
    const dims: SweepPlan = { ...map, x: { key: 'dim', values: [2, 50] } };
    const values = await finishAsync(runCell(dims, { x: 50, y: 30 }, createNodeHost('cpu')));
    expect(values).toHaveLength(2);
    for (const value of values) expect(value).toMatchObject({ value: null, undefined: expect.stringMatching(/./) });
  });

  it('without a meaning says why', async () => {
    const map = plan({ evaluation: 50, k: 20, dataset: 'moons', scores: 'modesAlive' }, 'modesAlive');
    const [value] = await finishAsync(runCell(map, { x: 10, y: 30 }, createNodeHost('cpu')));
    expect(value).toMatchObject({ value: null, undefined: expect.stringMatching(/modes/) });
  });
});
