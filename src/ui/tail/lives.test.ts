import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../results/frame';
import { frameOf, laneOf } from '../../store/testing/frames';
import { fateInShort, fateWords, missChance, rarityWords } from './fates';
import { createLifeReader } from './lives';

const LOOP = 'fully-synthetic';
const WEIGHTS = [0.6, 0.4];
const DYING = { modesDie: true };
const LETTERS = { modesDie: false };

/** A run in which the second mode has these shares; a negative one = dead. One row for each replicate. */
const runOf = (...replicates: readonly (readonly number[])[]): Frame[] =>
  (replicates[0] ?? []).map((_, i) =>
    frameOf(
      i + 1,
      replicates.map((shares, r) => {
        const [share, alive] = [Math.max(0, shares[i] ?? 0), (shares[i] ?? 0) >= 0];
        return laneOf(LOOP, { replicate: r + 1, shares: { share: [1 - share, share], alive: [true, alive] } });
      }),
    ),
  );
const livesOf = (frames: readonly Frame[], shown = frames.length) => createLifeReader()(frames, shown, WEIGHTS).get(LOOP)?.[1] ?? [];
const tell = (...replicates: readonly (readonly number[])[]) => fateWords(livesOf(runOf(...replicates)), DYING);

describe('the fate of a mode in one run', () => {
  it.each([
    [[0.4, 0.3, 0.5], 'has kept its share (50\u00a0% now)'],
    [[0.4, 0.3, 0.1, 0.05], 'thinned out in generation 3; still alive (5.0\u00a0%)'],
    [[0.4, 0.1, 0.3], 'thinned out in generation 2 and recovered since'],
    [[0.4, 0.1, -0.01, -0], 'thinned out in generation 2, died in generation 3 and came back in generation 4'],
    [[0.4, 0.1, -0.01], 'thinned out in generation 2 and died in generation 3'],
    [[0.4, -0.01], 'died in generation 2'],
    [[0.4, -0.01, 0.3], 'died in generation 2 and came back in generation 3'],
    [[0.4, -0.01, 0.3, -0.01], 'died in generation 2, came back and died again in generation 4'],
    [[0.4, -1, 0.3, -1, 0.3, -1, 0.3], 'died in generation 2, came back 2 times, died again in generation 6 and came back in generation 7'],
    [[-0.01, -0.01], 'never made'],
    [[-0.01, 0.3], 'first made in generation 2'],
  ])('with shares %j is told as “%s”', (shares, words) => {
    expect(tell(shares)).toBe(words);
  });

  it('is told up to the generation shown and no further', () => {
    const frames = runOf([0.4, 0.3, 0.1, -0.01]);
    expect(fateWords(livesOf(frames, 2), DYING)).toBe('has kept its share (30\u00a0% now)');
    expect(fateInShort(livesOf(frames, 4), DYING)).toBe('died in 4');
  });
});

it('of letters of names nothing says that they died', () => {
  const one = livesOf(runOf([0.4, 0.1, -0.01, 0.3, -0.01]));
  expect(fateWords(one, LETTERS)).toBe(
    'thinned out in generation 2, was no longer made in generation 3, came back and was again no longer made in generation 5',
  );
  expect(fateInShort(one, LETTERS)).toBe('not made since 5');
  const many = livesOf(runOf([0.4, -0.01], [0.4, 0.3]));
  expect(fateWords(many, LETTERS)).toContain('was no longer made in 1 of 2 replicates (generation 2); made now in 1 of 2');
  expect(fateInShort(many, LETTERS)).toBe('made in 1 of 2');
});

it('replicates are told as how many, with their median generation', () => {
  expect(tell([0.4, 0.1, -0.01], [0.4, 0.1, 0.1], [0.4, 0.4, 0.4], [0.4, -0.01, 0.4])).toBe(
    'thinned out in 3 of 4 replicates (median generation 2), died in 2 of 4 replicates (median generation 2.5) and came back in 1 of 4 replicates (generation 3); alive now in 3 of 4',
  );
  expect(tell([0.4, -0.01], [0.4, 0.3])).toBe(
    'thinned out in 1 of 2 replicates (generation 2) and died in 1 of 2 replicates (generation 2); alive now in 1 of 2',
  );
  expect(tell([-0.01, 0.4], [-0.01, -0.01])).toBe('never made in 1 of 2 replicates; alive now in 1 of 2');
  expect(tell([0.4], [0.4])).toBe('has kept its share in all 2 replicates');
});

it('reading on, back or in another run gives what reading afresh gives', () => {
  const shares = fc.array(fc.double({ min: -0.3, max: 0.6, noNaN: true }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(shares, shares, fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 6 })), { maxLength: 12 }), (one, other, visits) => {
      const runs = [runOf(one), [...runOf(one).slice(0, 3), ...runOf(other).slice(3)]];
      const read = createLifeReader();
      for (const [which, shown] of visits) {
        const frames = runs[Number(which)] ?? [];
        expect(read(frames, shown, WEIGHTS)).toEqual(createLifeReader()(frames, shown, WEIGHTS));
      }
    }),
  );
});

it('a mode almost too rare to be seen comes with a caution', () => {
  // 1 of 255 of 1,000 samples: Poisson(3.92) below 3
  expect(missChance(1 / 255, 1000)).toBeCloseTo(Math.exp(-1000 / 255) * (1 + 1000 / 255 + (1000 / 255) ** 2 / 2), 10);
  expect(rarityWords(1 / 255, 1000, { modesAreRead: false })).toContain('about 4 of 1,000 evaluation samples');
  expect(rarityWords(1 / 255, 1000, { modesAreRead: false })).toContain('25\u00a0%');
  expect(rarityWords(1 / 8, 1000, { modesAreRead: false })).toBe('');
  expect(rarityWords(0.1, 50, { modesAreRead: true })).toBe('');
});
