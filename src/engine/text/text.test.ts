import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Score } from '../contracts';
import { FEATURES, hashedFeatures } from './hashedFeatures';
import { distinct2, rareSurvival, realWords, rep4, wordEntropy, wordsAlive, zipfSlope } from './wordScores';
import { wordsIn } from './words';

const number = (score: Score) => ('value' in score ? score.value : Number.NaN);
const listOf = (unit: fc.Arbitrary<string>, minLength: number) => fc.array(unit, { minLength, maxLength: 60 });
const word = fc.constantFrom('a', 'b', 'ab', 'c', '__proto__');

describe('words', () => {
  it('are letters with apostrophes between them, in lower case', () => {
    expect(wordsIn("Don\u2019t — 'tis o'er, I SAID: \"café\" x2 'em' a''b")).toEqual([
      "don't",
      'tis',
      "o'er",
      'i',
      'said',
      'caf',
      'x',
      'em',
      'a',
      'b',
    ]);
    expect(wordsIn('... 12')).toEqual([]);
  });
});

describe('scores of words', () => {
  it('count sequences as sets of joined words do', () => {
    const kinds = (words: readonly string[], length: number) =>
      new Set(Array.from({ length: words.length - length + 1 }, (_, i) => words.slice(i, i + length).join(' '))).size;
    fc.assert(
      fc.property(listOf(word, 4), (words) => {
        expect(number(wordsAlive(words))).toBe(kinds(words, 1));
        expect(number(distinct2(words))).toBe(kinds(words, 2) / (words.length - 1));
        expect(number(rep4(words))).toBeCloseTo(1 - kinds(words, 4) / (words.length - 3), 14);
      }),
    );
  });

  it('are the same whatever the words are called, and but for sequences whatever their order', () => {
    fc.assert(
      fc.property(listOf(word, 4), (words) => {
        const renamed = words.map((name) => `${name}!`);
        for (const score of [wordsAlive, distinct2, rep4, wordEntropy, zipfSlope]) expect(score(renamed)).toEqual(score(words));
        for (const score of [wordsAlive, wordEntropy, zipfSlope]) {
          const [mine, turned] = [score(words), score([...words].reverse())].map(number);
          if (Number.isFinite(mine)) expect(turned).toBeCloseTo(mine, 13);
        }
      }),
    );
  });

  it('know Zipf’s law, and equally frequent words', () => {
    const zipf = Array.from({ length: 10 }, (_, i) => Array.from({ length: 2520 / (i + 1) }, () => `w${i}`)).flat();
    expect(number(zipfSlope(zipf))).toBeCloseTo(1, 12);
    const equal = Array.from({ length: 64 }, (_, i) => `w${i % 8}`);
    expect([zipfSlope(equal), wordEntropy(equal)]).toEqual([{ value: 0 }, { value: expect.closeTo(3, 14) }]);
    expect(wordEntropy(['a', 'a'])).toEqual({ value: 0 });
  });

  it('take every word as often as it stands for realWords, and once for rareSurvival', () => {
    expect(realWords(['a', 'a', 'x'], new Set(['a']))).toEqual({ value: 2 / 3 });
    expect(rareSurvival(['a', 'a', 'x'], ['a', 'b', 'c', 'c', 'x', 'x'])).toEqual({ value: 1 / 2 });
    expect(rareSurvival([], ['a'])).toEqual({ value: 0 });
    expect(rareSurvival(['a'], ['a', 'a'])).toEqual({ undefined: 'no word occurs exactly once in the reference' });
  });

  it('say what they lack', () => {
    for (const score of [distinct2, rep4, zipfSlope, wordEntropy, (words: string[]) => realWords(words, new Set())])
      expect(score([])).toHaveProperty('undefined');
    expect(wordsAlive([])).toEqual({ value: 0 });
    expect(rep4(['a', 'b', 'c'])).toEqual({ undefined: 'needs at least 4 words' });
    expect(zipfSlope(['a', 'a'])).toEqual({ undefined: 'needs at least 2 different words' });
  });
});

describe('hashed features', () => {
  it('are those of zlib’s CRC-32, for every character', () => {
    const expected = (passage: string) => {
      const characters = [...passage];
      const features = new Array(FEATURES).fill(0);
      for (let i = 0; i + 3 <= characters.length; i++) {
        const hash = crc32(Buffer.from(characters.slice(i, i + 3).join('')));
        features[hash % 64] += (hash >>> 16) & 1 ? -1 : 1;
      }
      return features.map((sum) => sum / Math.sqrt(characters.length - 2));
    };
    // halves of characters among them, which count as U+FFFD
    const character = fc
      .oneof(...[0x7f, 0x7ff, 0xffff, 0x10ffff].map((max) => fc.integer({ min: 0, max })))
      .map((code) => String.fromCodePoint(code));
    const text = fc.array(character, { minLength: 6, maxLength: 60 }).map((characters) => characters.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 3 }), (passage, row) => {
        const into = new Float64Array(4 * FEATURES).fill(7);
        expect(hashedFeatures(passage, into, row * FEATURES)).toBe([...passage].length - 2);
        expect([...into.subarray(row * FEATURES, (row + 1) * FEATURES)]).toEqual(expected(passage));
        expect(into.filter((value) => value === 7).length).toBeGreaterThanOrEqual(3 * FEATURES);
      }),
    );
  });

  it('are none for fewer than three characters', () => {
    const into = new Float64Array(FEATURES).fill(7);
    expect(hashedFeatures('😀a', into, 0)).toBe(0);
    expect(into).toEqual(new Float64Array(FEATURES));
  });
});
