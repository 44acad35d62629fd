import { RATE, type Sound } from './render';

/** What a file says of itself, in the fields that players show. */
export interface About {
  readonly title: string;
  /** the link that gives the same run again */
  readonly link: string;
  readonly software: string;
}

const CHANNELS = 2;
const BYTES = 2;

/** A chunk of a RIFF file: its name, its length, its bytes, and one more where these are odd. */
function chunk(name: string, bytes: Uint8Array): Uint8Array {
  const made = new Uint8Array(8 + bytes.length + (bytes.length % 2));
  made.set(ascii(name), 0);
  new DataView(made.buffer).setUint32(4, bytes.length, true);
  made.set(bytes, 8);
  return made;
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => Math.min(127, letter.charCodeAt(0)));

/** A text of a LIST chunk, ended by 0. */
const field = (name: string, text: string): Uint8Array => chunk(name, ascii(`${text}\0`));

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** 16 bits, little-endian, left and right in turn. */
function samplesOf({ left, right }: Sound): Uint8Array {
  const bytes = new Uint8Array(left.length * CHANNELS * BYTES);
  const view = new DataView(bytes.buffer);
  const put = (place: number, value: number) => view.setInt16(place, Math.round(32_767 * Math.min(1, Math.max(-1, value))), true);
  for (let k = 0; k < left.length; k++) {
    put(4 * k, left[k]);
    put(4 * k + 2, right[k]);
  }
  return bytes;
}

/** A WAV file: PCM, stereo, 16 bits. Source: the RIFF specification (Microsoft and IBM, 1991) with its INFO list. */
export function toWav(sound: Sound, { title, link, software }: About): Uint8Array {
  const format = new Uint8Array(16);
  const view = new DataView(format.buffer);
  view.setUint16(0, 1, true);
  view.setUint16(2, CHANNELS, true);
  view.setUint32(4, RATE, true);
  view.setUint32(8, RATE * CHANNELS * BYTES, true);
  view.setUint16(12, CHANNELS * BYTES, true);
  view.setUint16(14, 8 * BYTES, true);
  const info = joined([ascii('INFO'), field('INAM', title), field('ICMT', link), field('ISFT', software)]);
  return chunk('RIFF', joined([ascii('WAVE'), chunk('fmt ', format), chunk('LIST', info), chunk('data', samplesOf(sound))]));
}
