import type { Samples } from '../contracts';

/**
 * Text as samples: a row holds the code units of a name, or of a piece of running text with the blank behind it, and zeros. Rows in their order make
 * up the text; names have a line end between them.
 */

/** Letters of a name, or of a line of one's own. */
export const NAME_WIDTH = 20;
export const LINE_WIDTH = 60;
/** A piece of running text is a word or mark with its blank; those that a model writes end with a word, so they may hold more than one. */
export const PIECE_WIDTH = 32;

const BLANK = 32;

/** Rows of these texts, each cut to the width. */
export function rowsOfTexts(texts: readonly string[], width: number): Samples {
  const values = new Uint16Array(texts.length * width);
  for (const [row, text] of texts.entries()) {
    const length = Math.min(width, text.length);
    for (let i = 0; i < length; i++) values[row * width + i] = text.charCodeAt(i);
  }
  return { kind: 'text', count: texts.length, dim: width, values };
}

/** Words and marks with a blank behind each, but none before a mark. */
export function spaced(tokens: readonly string[]): readonly string[] {
  return tokens.map((token, i) => (i + 1 < tokens.length && isMark(tokens[i + 1]) ? token : `${token} `));
}

export const isMark = (token: string): boolean => /^[^\p{L}\p{N}]+$/u.test(token);

/** The text of one row. */
export function textOfRow({ dim, values }: Pick<Samples, 'dim' | 'values'>, row: number): string {
  let text = '';
  for (let at = row * dim; at < (row + 1) * dim && values[at] !== 0; at++) text += String.fromCharCode(values[at]);
  return text;
}

/** Letters of which a text is made at a time: so many arguments every browser takes. */
const CHUNK = 8192;

/** The text of the first rows, all of them by default, one behind the other: sooner than row by row. */
export function textOf({ count, dim, values }: Samples, rows: number = count): string {
  const units = new Uint16Array(CHUNK);
  let text = '';
  let filled = 0;
  for (let row = 0; row < Math.min(rows, count); row++) {
    for (let at = row * dim; at < (row + 1) * dim && values[at] !== 0; at++) {
      units[filled++] = values[at];
      if (filled < CHUNK) continue;
      text += String.fromCharCode(...units);
      filled = 0;
    }
  }
  return text + String.fromCharCode(...units.subarray(0, filled));
}

export const textsOf = (samples: Samples): string[] => Array.from({ length: samples.count }, (_, row) => textOfRow(samples, row));

/**
 * The first `length` code units as exactly `count` rows, each a like share of the text, to the last blank in it. Where a word goes on and on it is parted.
 * A share is shorter than a row by more than a letter.
 */
export function rowsOfUnits(units: Uint16Array, length: number, count: number): Samples {
  const values = new Uint16Array(count * PIECE_WIDTH);
  const longest = PIECE_WIDTH - Math.ceil(length / count) - 1;
  let from = 0;
  for (let row = 0; row < count; row++) {
    const end = Math.floor(((row + 1) * length) / count);
    let to = end;
    if (row < count - 1) while (to > from && units[to - 1] !== BLANK) to--;
    if (end - to > longest) to = end;
    for (let at = from; at < to; at++) values[row * PIECE_WIDTH + at - from] = units[at];
    from = to;
  }
  return { kind: 'text', count, dim: PIECE_WIDTH, values };
}
