/**
 * Bakes public/speech: ten spoken digits as pictures of their sound, by Debian's espeak-ng (1.51), a synthesiser: `npx tsx tools/bakeSpeech.ts`.
 * The same bytes every time with the same version of it.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createRng } from '../src/engine/rng';
import { permutation } from '../src/engine/samples';
import { SPEECH_RATE, spectrogram } from './spectrogram';

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const ACCENTS = ['en-gb', 'en-us', 'en-gb-scotland', 'en-gb-x-gbclan', 'en-gb-x-rp', 'en-gb-x-gbcwmd', 'en-029', 'en-us-nyc'];
const THROATS = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'f1', 'f2', 'f3', 'f4', 'f5'];
/** Speeds in words a minute, pitches as espeak-ng has them. */
const SPEEDS = [125, 175] as const;
const PITCHES = [25, 75] as const;

const SETS = { train: 3000, test: 1000 } as const;
const SHARD = 500;

const rng = createRng(1).fork('speech');
const within = ([low, high]: readonly [number, number]) => Math.round(low + (high - low) * rng.uniform());
const one = <Item>(items: readonly Item[]): Item => items[Math.min(items.length - 1, Math.floor(items.length * rng.uniform()))];

const file = join(tmpdir(), `mad-lab-speech-${process.pid}.wav`);

/** A word as espeak-ng speaks it, from -1 to 1. */
function spoken(word: string): Float64Array {
  const voice = `${one(ACCENTS)}+${one(THROATS)}`;
  execFileSync('espeak-ng', ['-v', voice, '-s', String(within(SPEEDS)), '-p', String(within(PITCHES)), '-w', file, word]);
  const bytes = readFileSync(file);
  if (bytes.readUInt32LE(24) !== SPEECH_RATE) throw new Error(`espeak-ng speaks at ${bytes.readUInt32LE(24)} Hz, not ${SPEECH_RATE}`);
  return Float64Array.from({ length: (bytes.length - 44) >> 1 }, (_, i) => bytes.readInt16LE(44 + 2 * i) / 32_768);
}

/** Two pixels a byte, the left one in the high half. */
const packed = (pixels: Float64Array): Uint8Array =>
  Uint8Array.from({ length: pixels.length / 2 }, (_, i) => (Math.round(15 * pixels[2 * i]) << 4) | Math.round(15 * pixels[2 * i + 1]));

mkdirSync('public/speech', { recursive: true });
mkdirSync('src/engine/datasets/fixtures', { recursive: true });
for (const [set, count] of Object.entries(SETS)) {
  // as many of each word, in an order of their own
  const order = permutation(count, rng.fork(set));
  const labels = Uint8Array.from(order, (i) => i % WORDS.length);
  for (let shard = 0; shard * SHARD < count; shard++) {
    const clips = Array.from(labels.subarray(shard * SHARD, (shard + 1) * SHARD), (label) => packed(spectrogram(spoken(WORDS[label]))));
    const bytes = gzipSync(Buffer.concat(clips), { level: 9 });
    bytes[9] = 255;
    writeFileSync(`public/speech/${set}-${shard}.bin`, bytes);
    console.log(`${set} ${shard}: ${bytes.length} bytes`);
  }
  writeFileSync(`src/engine/datasets/fixtures/speech-${set}.bin`, Uint8Array.from({ length: count / 2 }, (_, i) => (labels[2 * i] << 4) | labels[2 * i + 1]));
}
rmSync(file, { force: true });
