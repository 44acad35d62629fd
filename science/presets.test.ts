import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MEASUREMENTS, type Reading } from '../src/presets/readings';
import { readRuns, summarise, WRITTEN } from './presetRuns';
import { presetsPage } from './presetsPage';

const reading: Reading = { id: 'x', what: 'x', value: 'meanSquared', generations: [1, 1], over: 'mean' };

it('docs/presets.md holds what the presets say', () => {
  expect(readFileSync(new URL('../docs/presets.md', import.meta.url), 'utf8')).toBe(presetsPage(MEASUREMENTS));
});

describe('a reading of several runs', () => {
  it('is their mean, with the spread of single runs', () => {
    const { value, deviation, low, high, runs } = summarise(reading, [1, 2, 3, 4, 5]);
    expect([value, low, high, runs]).toEqual([3, 1.4, 4.6, 5]);
    expect(deviation).toBeCloseTo(Math.sqrt(2.5), 12);
  });

  it('is their median, with the deviation of their logarithms', () => {
    const { value, deviation } = summarise({ ...reading, over: 'median' }, [1, Math.E, Math.E ** 5]);
    expect(value).toBe(Math.E);
    expect(deviation).toBeCloseTo(Math.sqrt(7), 12);
  });

  it('is a number divided by their mean, low and high exchanged, with the deviation to first order', () => {
    const { value, deviation, low, high } = summarise({ ...reading, outOf: 10 }, [1.9, 2, 2.1]);
    expect(value).toBeCloseTo(5, 12);
    expect(low).toBeCloseTo(10 / 2.08, 12);
    expect(high).toBeCloseTo(10 / 1.92, 12);
    expect(deviation).toBeCloseTo((10 / 4) * 0.1, 12);
  });
});

it('reads of several loops the one that is meant, and parts of modes', async () => {
  const preset = WRITTEN.find(({ published: { id } }) => id === 'detector-deletes');
  if (!preset) throw new Error('that preset is gone');
  const [without, detector] = ['fresh-data-with-nothing', 'fresh-data-with-detector'];
  const readings = [
    { ...reading, loop: without, generations: [2, 2] as const },
    { ...reading, loop: detector, generations: [2, 2] as const },
    ...['share1', 'share2', 'modesHeld'].map((value) => ({ ...reading, value, loop: detector, generations: [2, 2] as const })),
  ];
  const short = { ...preset, published: { ...preset.published, readings } };
  const [mean, other, first, second, held] = [...(await readRuns(short, 5, 2, () => undefined)).values()];
  expect(mean).not.toEqual(other);
  for (const run of [0, 1]) {
    expect(held?.[run]).toBe(8);
    for (const share of [first, second]) expect(share?.[run]).toBeCloseTo(1 / 8, 0);
  }
});

it('reads from the lines of simulate, by run, averaged over the generations asked for', async () => {
  const preset = WRITTEN.find(({ published: { id } }) => id === 'effective-size');
  if (!preset) throw new Error('that preset is gone');
  const short = { ...preset, published: { ...preset.published, readings: [{ ...reading, generations: [2, 3] as const }] } };
  const [values] = (await readRuns(short, 5, 3, () => undefined)).values();
  expect(values).toHaveLength(3);
  for (const value of values ?? []) expect(value).toBeGreaterThan(0);
  expect(new Set(values).size).toBe(3);
});
