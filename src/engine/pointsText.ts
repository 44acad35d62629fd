/**
 * Points in the plane as text, the key `points`: pairs of int16 (x, y; little-endian) in units of 1/4096, as base64url. Small enough for
 * links, exact for whoever reads them: what was written once comes back to the bit.
 */

import { readDecimal } from './numberText';
import { excerpt } from './refusal';

const UNIT = 4096;
const LOWEST = -32768;
const HIGHEST = 32767;
const BYTES_A_POINT = 4;
/** characters at a time: functions take only so many arguments */
const CHUNK = 4096;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Coordinates reach from -8 to just under this. */
export const FARTHEST = HIGHEST / UNIT;
export const MOST_POINTS = 20_000;
/** More than this travel in files only: a longer link would be cut off on its way. */
export const MOST_POINTS_IN_LINK = 500;

const letters = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));
const sextetOf = new Uint8Array(128);
for (const [sextet, letter] of letters.entries()) sextetOf[letter] = sextet;

/** Points [count, 2], row-major, each coordinate rounded to the nearest 1/4096 within range. */
export function encodePoints(values: ArrayLike<number>): string {
  const bytes = new Uint8Array(2 * values.length);
  for (let i = 0; i < values.length; i++) {
    const word = Math.min(HIGHEST, Math.max(LOWEST, Math.round(values[i] * UNIT)));
    bytes[2 * i] = word;
    bytes[2 * i + 1] = word >> 8;
  }
  const codes = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  let end = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    // bytes behind the end are zeros
    const bits = (bytes[at] << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let shift = 18; shift >= 0 && end < codes.length; shift -= 6) codes[end++] = letters[(bits >> shift) & 63];
  }
  let text = '';
  for (let at = 0; at < codes.length; at += CHUNK) text += String.fromCharCode(...codes.subarray(at, at + CHUNK));
  return text;
}

/** How many points `text` holds, from its length alone; a fraction or 0 where it can't hold points. */
export function countPoints(text: string): number {
  return text.length % 4 === 1 ? 0 : Math.floor((text.length * 3) / 4) / BYTES_A_POINT;
}

/** The points [count, 2] of a text that `readPoints` has passed. */
export function decodePoints(text: string): Float64Array {
  const bytes = new Uint8Array(BYTES_A_POINT * countPoints(text));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    bits = ((bits & 0xfff) << 6) | sextetOf[text.charCodeAt(i)];
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = bits >> held;
  }
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: bytes.length / 2 }, (_, i) => view.getInt16(2 * i, true) / UNIT);
}

/** What `points` may be, in words. */
export const POINTS_ALLOWED = `1 to ${MOST_POINTS} points: base64url of int16 pairs x, y in units of 1/${UNIT}, or a comma list x,y,x,y,… of numbers between -8 and 8`;

interface ReadPoints {
  /** the value of the key `points` as it is kept; null where there is not one point in the text */
  readonly points: string | null;
  /** why that is not all of the text, or null */
  readonly problem: string | null;
}

/** Points of a text that may have been cut off, or have got something added. Numbers may stand as a comma list too, for files by hand. */
export function readPoints(text: string, allowed = POINTS_ALLOWED): ReadPoints {
  const unpadded = text.replace(/={1,2}$/, '');
  const read = unpadded.includes(',') ? fromList(unpadded) : fromLetters(unpadded);
  return read.problem === '' ? { ...read, problem: ` is not ${allowed}` } : read;
}

const none: ReadPoints = { points: null, problem: '' };

function fromLetters(text: string): ReadPoints {
  const found = /^[\w-]*/.exec(text)?.[0] ?? '';
  const count = Math.floor((found.length * 3) / 4 / BYTES_A_POINT);
  if (count < 1 || count > MOST_POINTS) return none;
  const whole = found.slice(0, Math.ceil((count * BYTES_A_POINT * 4) / 3));
  const points = encodePoints(decodePoints(whole));
  return { points, problem: points === text ? null : '' };
}

function fromList(text: string): ReadPoints {
  const parts = text.split(',');
  const even = parts.length - (parts.length % 2);
  if (even > 2 * MOST_POINTS) return none;
  const numbers = parts.slice(0, even).map((part) => readDecimal(part));
  const wrong = numbers.findIndex((number) => !(Math.abs(number) <= -LOWEST / UNIT));
  if (wrong >= 0) return { points: null, problem: `: its number ${wrong + 1}, “${excerpt(parts[wrong].trim(), 20)}”, is not a number from -8 to 8` };
  return { points: encodePoints(numbers), problem: even === parts.length ? null : ' has an odd number of coordinates; a point has two' };
}
