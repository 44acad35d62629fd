import { describe, expect, it } from 'vitest';
import { tellText } from './textStory';

/** The stories that text has to tell, for every seed that a class is likely to use. Bounds as found by other code, over these seeds and others. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const SCORES = ['wordsAlive', 'rep4', 'recall'];
const [FULLY, AUGMENTED, FRESH] = ['fully-synthetic', 'synthetic-augmentation', 'fresh-data'];

describe.each(SEEDS)('the default book, seed %i', (seed) => {
  it('falls silent when fully synthetic, keeps to its first pages with them, and learns from new ones', { timeout: 60_000 }, async () => {
    const { at, alive } = await tellText({ dataset: 'moby-dick', seed }, SCORES, [10, 20, 30]);
    expect(alive(FULLY, 10)).toBeLessThan(0.45);
    expect(alive(FULLY, 20)).toBeLessThan(0.28);
    expect(at(FULLY, 20).rep4).toBeGreaterThan(0.6);
    expect(at(FULLY, 20).recall).toBeLessThan(0.08);
    expect(alive(AUGMENTED, 30)).toBeGreaterThan(0.65);
    expect(alive(AUGMENTED, 30)).toBeLessThan(0.9);
    expect(at(AUGMENTED, 30).recall).toBeGreaterThan(0.35);
    expect(alive(FRESH, 30)).toBeGreaterThan(1);
    // seed 8 has 0.53, the others 0.61 and more
    expect(at(FRESH, 30).recall).toBeGreaterThan(0.5);
    const words = [FULLY, AUGMENTED, FRESH].map((loop) => at(loop, 20).wordsAlive ?? Number.NaN);
    expect(words).toEqual([...words].sort((a, b) => a - b));
  });

  it('makes fewer and fewer names when fully synthetic, and as many as ever with real ones', { timeout: 60_000 }, async () => {
    const { at, alive } = await tellText({ dataset: 'names', seed }, ['wordsAlive'], [10, 30]);
    expect(at(FULLY, 1).wordsAlive).toBeGreaterThan(420);
    expect(alive(FULLY, 10)).toBeLessThan(0.75);
    expect(alive(FULLY, 30)).toBeLessThan(0.5);
    for (const loop of [AUGMENTED, FRESH]) expect(alive(loop, 30)).toBeGreaterThan(0.85);
  });
});
