import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { Preview } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import type { Ghost, Kept } from '../../store/state';
import { frameOf, laneOf } from '../../store/testing/frames';
import { behindOf, MOST_SINGLE_RUNS, valuesOf } from './behind';
import { differenceWords } from './differences';
import { keptWords } from './keptWords';

const LOOP = 'fully-synthetic';
const experimentOf = (keys: Record<string, unknown>) => parseExperiment({ loop: LOOP, generations: 4, ...keys }).experiment;
const framesOf = (values: readonly (number | null)[], replicates = 1): Frame[] =>
  values.map((recall, at) =>
    frameOf(
      at + 1,
      Array.from({ length: replicates }, (_, i) => laneOf(LOOP, { replicate: i + 1, scores: { recall: recall === null ? null : recall + i } })),
    ),
  );
const keptOf = (frames: readonly Frame[]): Kept => ({ experiment: experimentOf({}), frames, preview: null, problem: null });
const nothing = { frames: [], experiment: experimentOf({}), ghosts: [], kept: null };

describe('behindOf', () => {
  it('draws every single run of a few replicates, and none of many', () => {
    const [single] = behindOf({ ...nothing, frames: framesOf([1, 2], 3), experiment: experimentOf({ replicates: 3 }) }, 'recall');
    expect(single).toMatchObject({ kind: 'single', loop: LOOP });
    expect(single.lines.map((line) => line.map(({ value }) => value))).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
    const many = MOST_SINGLE_RUNS + 1;
    expect(behindOf({ ...nothing, frames: framesOf([1], many), experiment: experimentOf({ replicates: many }) }, 'recall')).toEqual([]);
    expect(behindOf({ ...nothing, frames: framesOf([1, 2]) }, 'recall')).toEqual([]);
  });

  it('draws more single runs in a large chart, and their mean when it is asked for', () => {
    const many = MOST_SINGLE_RUNS + 1;
    const source = { ...nothing, frames: framesOf([1, 2], many), experiment: experimentOf({ replicates: many }) };
    const [single, mean] = behindOf(source, 'recall', { runs: many, points: 10_000, hasMean: true });
    expect([single.kind, single.lines.length, mean.kind]).toEqual(['single', many, 'mean']);
    // of 1 … 1 + 24, one more each, and of 2 … 2 + 24
    expect(mean.lines[0].map(({ value }) => value)).toEqual([13, 14]);
    expect(behindOf({ ...nothing, frames: framesOf([1, 2]) }, 'recall', { runs: many, points: 10_000, hasMean: true })).toEqual([]);
  });

  it('breaks a line where its score is undefined, and leaves out a loop without any value', () => {
    const [kept] = behindOf({ ...nothing, kept: keptOf(framesOf([1, null, 3])) }, 'recall');
    expect(kept.lines[0].map(({ value }) => value)).toEqual([1, null, 3]);
    expect(valuesOf([kept])).toEqual([1, 3]);
    expect(behindOf({ ...nothing, kept: keptOf(framesOf([null, null])) }, 'recall')).toEqual([]);
  });

  it('ends where the time axis of the present run ends', () => {
    const ghost: Ghost = { id: 1, experiment: experimentOf({ generations: 9 }), from: 2, frames: framesOf([1, 2, 3, 4, 5, 6]).slice(1) };
    const [past] = behindOf({ ...nothing, ghosts: [ghost] }, 'recall');
    expect(past.kind).toBe('ghost');
    expect(past.lines[0].map(({ generation }) => generation)).toEqual([2, 3, 4]);
  });

  it('thins long runs, so that a chart stays cheap', () => {
    const long = framesOf(Array.from({ length: 1000 }, (_, i) => i));
    const [kept] = behindOf({ ...nothing, experiment: experimentOf({ generations: 1000 }), kept: keptOf(long) }, 'recall');
    expect(kept.lines[0].length).toBeLessThanOrEqual(200);
    expect(kept.lines[0].at(-1)?.generation).toBe(1000);
  });
});

describe('differenceWords', () => {
  it.each([
    ['one setting', { bias: 0.7 }, 'Only the sampling bias λ differs: 1 here, 0.7 in the kept run.'],
    ['the seed', { seed: 5 }, 'Only the seed differs: 1 here, 5 in the kept run. What parts them is chance.'],
    ['the loops', { loop: 'fresh-data' }, 'Only the loops differ: fully synthetic here, fresh data in the kept run.'],
    [
      'what was done in the run',
      { changes: '3:bias=0.5' },
      'Only the changes differ: none here, from generation 3: sampling bias λ 1 → 0.5 in the kept run.',
    ],
    [
      'no number',
      { generations: 9, backend: 'cpu' },
      'This run and the kept one are the same experiment: their lines coincide. Change something here.',
    ],
  ])('names %s', (_, keys, words) => {
    expect(differenceWords(experimentOf({}), experimentOf(keys))).toBe(words);
  });

  it('does not let the reader take several differences for one', () => {
    const words = differenceWords(experimentOf({}), experimentOf({ bias: 0.5, seed: 2, synthetic: 500, initialReal: 100 }));
    expect(words).toMatch(
      /^4 settings differ, so no single one explains the gap: initial real samples 64 here, 100 in the kept run; .*; and 1 more\.$/,
    );
  });

  it('keeps quiet of keys that mean nothing to either', () => {
    expect(differenceWords(experimentOf({}), { ...experimentOf({}), latent: 4, dim: 7 })).toMatch(/the same experiment/);
  });
});

it('the kept run’s picture says what it shows: its own samples, the real data, or these for want of what is not computed', () => {
  const preview = {} as Preview;
  const kept = keptOf(framesOf([0.9, 0.8]));
  expect(keptWords({ ...kept, preview }, LOOP, 0)).toBe('kept run: the real data');
  expect(keptWords(kept, LOOP, 0)).toBe('kept run: the real data, not drawn yet');
  expect(keptWords({ ...kept, preview }, LOOP, 3)).toBe('kept run: generation 3 is not computed yet; these are the real data');
  expect(keptWords({ ...kept, preview }, LOOP, 9)).toContain('generation 4 is not computed yet');
  expect(keptWords({ ...kept, problem: 'It stopped.' }, LOOP, 3)).toBe('kept run: generation 3 is not computed');
  expect(keptWords(kept, LOOP, 2)).not.toContain('real data');
  expect(keptWords(keptOf(framesOf([0.9, 0.8, 0.7, 0.6])), LOOP, 9)).toMatch(/^kept run, its last generation, 4: /);
});
