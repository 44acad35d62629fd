import { describe, expect, it } from 'vitest';
import type { Experiment } from '../engine/experiment';
import { parseQuery, printQuery } from '../engine/experimentText';
import { PRESETS } from './presets';
import { MEASUREMENTS, measuredText } from './readings';

it.each(PRESETS.map((preset) => [preset.title, preset] as const))('the link of “%s” opens without repair', (_, { query }) => {
  const { experiment, notes } = parseQuery(query);
  expect(notes).toEqual([]);
  expect(printQuery(experiment)).toBe(`v=1${query === '' ? '' : `&${query}`}`);
});

it('there are twelve presets or more, each by its own name and with a few words on what to look for', () => {
  expect(PRESETS.length).toBeGreaterThanOrEqual(12);
  expect(new Set(PRESETS.map(({ title }) => title)).size).toBe(PRESETS.length);
  for (const { look, title } of PRESETS) {
    expect(look.length, title).toBeGreaterThan(40);
    expect(look.length, title).toBeLessThanOrEqual(180);
  }
});

describe('among them are', () => {
  const experiments = PRESETS.map(({ query }) => parseQuery(query).experiment);
  const figure10 = ({ model, dim, real, synthetic, covariance }: Experiment) =>
    model === 'gaussian' && dim === 100 && real === 100 && synthetic === 900 && covariance === 'unbiased';
  const grid = ({ dataset, loop, bias }: Experiment) => dataset === 'grid' && loop.join() === 'fully-synthetic' && bias === 1;
  const required: Record<string, (experiment: Experiment) => boolean> = {
    'MAD Fig. 10 from 1,000 real samples': (e) => figure10(e) && e.initialReal === 1000 && e.bias === 1,
    'MAD Fig. 10 from 100 real samples': (e) => figure10(e) && e.initialReal === 100 && e.bias === 1,
    'MAD Fig. 10 with bias': (e) => figure10(e) && e.bias === 0.8,
    'MAD’s grid up to generation 2000': (e) => grid(e) && e.generations === 2000,
    'Nature’s Gaussian in one dimension': (e) => e.model === 'gaussian' && e.dim === 1 && e.loop.join() === 'fully-synthetic',
    'Nature’s mixture of two': (e) => e.components === 2 && e.synthetic === 1000 && e.generations === 2000,
    'replacing synthetic data': (e) => e.dim === 10 && e.loop.join() === 'fully-synthetic' && e.memory === 'previous',
    'accumulating them': (e) => e.dim === 10 && e.loop.join() === 'synthetic-augmentation' && e.memory === 'all',
    'the fresh data loop’s effective sample size': (e) =>
      e.dim === 20 && e.loop.join() === 'fresh-data' && e.real === 100 && e.synthetic === 900 && e.realWeight === 'count',
    'the drift of modes with n = 500': (e) => grid(e) && e.initialReal === 500 && e.synthetic === 500 && e.generations === 50,
    'a rising synthetic share': ({ changes, synthetic, real }) => {
      const shares = [{ synthetic, real }, ...changes.map(({ settings }) => settings)].map(
        (s) => (s.synthetic ?? NaN) / ((s.synthetic ?? NaN) + (s.real ?? NaN)),
      );
      return shares.length > 3 && shares.every((share, i) => i === 0 || share > shares[i - 1]);
    },
  };
  it.each(Object.entries(required))('%s', (_, matches) => {
    expect(experiments.filter(matches)).toHaveLength(1);
  });
});

describe.each(PRESETS.flatMap(({ title, query, published }) => (published ? [[title, query, published] as const] : [])))(
  '“%s”',
  (_, query, { id, readings, runs, says }) => {
    const { experiment } = parseQuery(query);

    it('has a measurement for each of its readings, from as many runs as it claims', () => {
      expect(readings.length).toBeGreaterThan(0);
      for (const reading of readings) {
        const { value, deviation, low, high, runs: measured } = MEASUREMENTS[id]?.[reading.id] ?? {};
        for (const number of [value, deviation, low, high]) expect(number, reading.id).toSatisfy(Number.isFinite);
        expect(measured).toBe(runs);
        expect(low).toBeLessThanOrEqual(high ?? NaN);
      }
      expect(measuredText(readings, MEASUREMENTS[id])).toMatch(new RegExp(`\\d \\(.+\\)\\. ${runs.toLocaleString('en')} runs\\.$`));
    });

    it('reads a loop and generations that its run has, and says whose, where several run', () => {
      for (const { loop, generations } of readings) {
        expect(loop === undefined ? experiment.loop.length === 1 : experiment.loop.includes(loop)).toBe(true);
        expect(Math.max(...generations)).toBeLessThanOrEqual(experiment.generations);
      }
    });

    it('prints the values that it is held against', () => {
      for (const { expected = [] } of readings) for (const { printed } of expected) expect(says).toContain(printed);
    });
  },
);
