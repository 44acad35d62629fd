import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../../headless/nodeHost';
import { parseExperiment } from '../experimentText';
import type { Hygiene } from '../results';
import { type GenerationEvent, run } from '../run';

const host = createNodeHost('cpu');

async function generationsOf(keys: Record<string, unknown>): Promise<GenerationEvent[]> {
  const { experiment, notes } = parseExperiment({ generations: 5, scores: 'none', loop: 'fresh-data', ...keys }, 'headless');
  expect(notes).toEqual([]);
  const generations: GenerationEvent[] = [];
  for await (const event of run(experiment, host)) if (event.type === 'generation') generations.push(event);
  return generations;
}

const reportsOf = (generations: readonly GenerationEvent[]) => generations.slice(1).map(({ lanes: [lane] }) => lane.hygiene as Hygiene);

const BOOK = { dataset: 'moby-dick', initialReal: 500, real: 500, synthetic: 1000 };
const NAMES = { dataset: 'names' };

describe('on text', () => {
  it('a detector takes names one by one, and passages of 25 words and marks as a whole', async () => {
    const names = reportsOf(await generationsOf({ ...NAMES, detector: 0.7, falseAlarms: 0.1 }));
    expect(names.some(({ removedSynthetic }) => removedSynthetic % 25 > 0)).toBe(true);
    const book = reportsOf(await generationsOf({ ...BOOK, detector: 0.7, falseAlarms: 0.1 }));
    for (const { removedReal, removedSynthetic } of book) {
      expect(removedSynthetic % 25).toBe(0);
      expect(removedReal % 25).toBe(0);
      // 40 passages, of which 28 go on average: within five standard deviations
      expect(Math.abs(removedSynthetic / 25 - 28)).toBeLessThan(15);
    }
  });

  it('an archive gives as many real samples as it is asked for', async () => {
    for (const keys of [BOOK, NAMES]) {
      const generations = await generationsOf({ ...keys, loop: 'fully-synthetic', archive: 800, archiveDraw: 130 });
      for (const {
        lanes: [{ trainingSize, hygiene }],
      } of generations.slice(1)) {
        const made = keys === BOOK ? BOOK.synthetic : 500;
        expect(trainingSize).toBe(made + 130);
        expect(hygiene?.realShare).toBeCloseTo(130 / trainingSize, 12);
      }
    }
  });

  it('a weight counts each symbol of a real sample that much more', async () => {
    const [, second] = await generationsOf({ ...NAMES, realWeight: 0.8, generations: 2 });
    const { text, weight } = second.models[0] as { text: Uint16Array; weight: Float64Array };
    expect(weight).toHaveLength(text.length);
    expect(weight.reduce((sum, one) => sum + one, 0) / text.length).toBeCloseTo(1, 9);
    // 500 real names, then 500 made ones
    expect(weight[0] / weight[text.length - 1]).toBeCloseTo(4, 9);
    expect(second.lanes[0].hygiene?.effectiveRealWeight).toBeCloseTo(0.8, 12);
  });

  it('a preference for names with one first letter fills the training sets with them', async () => {
    const preferred = await generationsOf({
      ...NAMES,
      loop: 'fully-synthetic',
      curation: 'preference',
      preference: 3,
      favourite: 9,
      scores: 'modesAlive',
      generations: 4,
    });
    const shares = preferred.map(({ lanes: [lane] }) => lane.shares?.share[9] ?? Number.NaN);
    expect(shares[0]).toBeLessThan(0.15);
    expect(shares[3]).toBeGreaterThan(3 * shares[0]);
  });

  it('a preference for passages with a followed word fills the text with it', async () => {
    const preferred = await generationsOf({
      ...BOOK,
      loop: 'fully-synthetic',
      curation: 'preference',
      preference: 4,
      favourite: 0,
      scores: 'modesAlive',
      seed: 4,
      generations: 4,
    });
    const shares = preferred.map(({ lanes: [lane] }) => lane.shares?.share[0] ?? Number.NaN);
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares[3]).toBeGreaterThan(2 * shares[0]);
  });

  it('a monitor watches words alive, as a share of what generation 1 had', async () => {
    const watched = await generationsOf({
      ...BOOK,
      loop: 'fully-synthetic',
      monitor: 'wordsAlive',
      tolerance: 0.3,
      action: 'archive',
      generations: 8,
    });
    const alarms = reportsOf(watched).map(({ alarm }) => alarm);
    expect(alarms[0]).toBe(false);
    expect(alarms).toContain(true);
  });

  it('goes on behind a kept generation to the same numbers, with all of them', async () => {
    const keys = { ...NAMES, detector: 0.3, archive: 700, archiveDraw: 60, realWeight: 0.5, scores: 'wordsAlive,heldOutBits,bitsUnderFirst' };
    const whole = await generationsOf(keys);
    const { experiment } = parseExperiment({ generations: 5, loop: 'fresh-data', ...keys });
    const rest: GenerationEvent[] = [];
    for await (const event of run(experiment, host, { kept: whole.slice(0, 3) })) if (event.type === 'generation') rest.push(event);
    expect(rest.map(({ lanes }) => lanes)).toEqual(whole.slice(3).map(({ lanes }) => lanes));
  });
});
