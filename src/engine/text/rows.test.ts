import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PIECE_WIDTH, rowsOfUnits, spaced, textsOf } from './rows';

const unitsOf = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0));

it('parts a text into exactly so many rows, at blanks, and loses nothing of it', () => {
  const text = 'the whale, and the sea. ';
  const rows = textsOf(rowsOfUnits(unitsOf(text), text.length, 4));
  expect(rows).toHaveLength(4);
  expect(rows.join('')).toBe(text);
  for (const row of rows.slice(0, -1)) expect(row === '' || row.endsWith(' ')).toBe(true);
});

it('keeps texts without blanks, too', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', ' '), { minLength: 1, maxLength: 900 }), fc.integer({ min: 1, max: 300 }), (letters, count) => {
      fc.pre(letters.length / count < PIECE_WIDTH - 2);
      const rows = textsOf(rowsOfUnits(unitsOf(letters.join('')), letters.length, count));
      expect(rows.join('')).toBe(letters.join(''));
      expect(rows).toHaveLength(count);
    }),
  );
});

it('puts a blank behind every word, but none before a mark', () => {
  expect(spaced(['the', 'sea', ',', "don't", '!']).join('')).toBe("the sea, don't! ");
});
