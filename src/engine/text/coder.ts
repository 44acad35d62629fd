import type { Samples } from '../contracts';
import { rowsOfTexts, rowsOfUnits, spaced, textOfRow } from './rows';

/** Samples as the symbols that a model counts, and what it writes as samples. */
export interface Coder {
  /** symbols of the alphabet, which is in code-unit order */
  readonly size: number;
  /** Samples as one text, and the row of each symbol. */
  encode(samples: Samples): { readonly text: Uint16Array; readonly row: Uint32Array };
  /** `count` samples of what `next` writes. @param perSample symbols of a sample, on average */
  write(count: number, perSample: number, next: () => number): Samples;
}

/** A symbol that the alphabet does not have. */
const UNKNOWN = 0xffff;
const LINE_END = 10;

/** Letters by their places in a sorted alphabet of code units. */
function placesOf(alphabet: readonly number[]): Uint16Array {
  const places = new Uint16Array(0x10000).fill(UNKNOWN);
  for (const [place, unit] of alphabet.entries()) places[unit] = place;
  return places;
}

const unitsOf = (texts: readonly string[], extra: readonly number[]): number[] => {
  const units = new Set(extra);
  for (const text of texts) for (let i = 0; i < text.length; i++) units.add(text.charCodeAt(i));
  return [...units].sort((a, b) => a - b);
};

/** Every letter of rows is a symbol, and with `lineEnd` what stands behind each row. */
function encodeLetters({ count, dim, values }: Samples, places: Uint16Array, lineEnd: boolean) {
  const text = new Uint16Array(count * (dim + 1));
  const row = new Uint32Array(text.length);
  let length = 0;
  for (let at = 0; at < count; at++) {
    for (let i = at * dim; i < (at + 1) * dim && values[i] !== 0; i++) {
      row[length] = at;
      text[length++] = places[values[i]];
    }
    if (!lineEnd) continue;
    row[length] = at;
    text[length++] = places[LINE_END];
  }
  return { text: text.slice(0, length), row: row.slice(0, length) };
}

/** One sample a line: letters, and a line end behind each. A line that goes on beyond `width` is cut there. */
export function lineCoder(lines: readonly string[], width: number): Coder {
  const alphabet = unitsOf(lines, [LINE_END]);
  const places = placesOf(alphabet);
  return {
    size: alphabet.length,
    encode: (samples) => encodeLetters(samples, places, true),
    write(count, _, next) {
      const values = new Uint16Array(count * width);
      for (let row = 0; row < count; row++) {
        for (let i = 0; ; i++) {
          const unit = alphabet[next()];
          if (unit === LINE_END || i === width) break;
          values[row * width + i] = unit;
        }
      }
      return { kind: 'text', count, dim: width, values };
    },
  };
}

/** Running text by its letters. */
export function letterCoder(pieces: readonly string[]): Coder {
  const alphabet = unitsOf(pieces, []);
  const places = placesOf(alphabet);
  return {
    size: alphabet.length,
    encode: (samples) => encodeLetters(samples, places, false),
    write(count, perSample, next) {
      const length = Math.max(1, Math.round(count * perSample));
      const units = new Uint16Array(length);
      for (let i = 0; i < length; i++) units[i] = alphabet[next()];
      return rowsOfUnits(units, length, count);
    },
  };
}

/** Running text by its words and marks. */
export function wordCoder(tokens: readonly string[], width: number): Coder {
  const alphabet = [...new Set(tokens)].sort();
  const places = new Map(alphabet.map((token, place) => [token, place]));
  return {
    size: alphabet.length,
    encode(samples) {
      const text = Uint16Array.from({ length: samples.count }, (_, row) => places.get(textOfRow(samples, row).trimEnd()) ?? UNKNOWN);
      return { text, row: Uint32Array.from({ length: samples.count }, (_, row) => row) };
    },
    write: (count, _, next) => rowsOfTexts(spaced(Array.from({ length: count }, () => alphabet[next()])), width),
  };
}
