/**
 * Bakes public/speech: ten words as pictures of their sound, by Debian's espeak-ng 1.51, a synthesiser: `npx tsx tools/bakeSpeech.ts`. The same
 * bytes every time with the same version of it.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { type Half, SPEECH, sizeOfHalf } from '../src/engine/datasets/imageSets';
import { createRng } from '../src/engine/rng';
import { permutation } from '../src/engine/samples';
import { onsetOf, spectrogram } from './spectrogram';

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const ACCENTS = ['en-gb', 'en-us', 'en-gb-scotland', 'en-gb-x-gbclan', 'en-gb-x-rp', 'en-gb-x-gbcwmd', 'en-029', 'en-us-nyc'];
const THROATS = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'f1', 'f2', 'f3', 'f4', 'f5'];
/** Words a minute, and pitches as espeak-ng counts them. */
const SPEEDS = [125, 175] as const;
const PITCHES = [25, 75] as const;
/** Bytes of a WAV file before its samples, and where its rate stands. */
const HEAD = 44;
const RATE_AT = 24;

const rng = createRng(1).fork('speech');
const within = ([low, high]: readonly [number, number]) => low + rng.integer(high - low + 1);
const one = (items: readonly string[]) => items[rng.integer(items.length)];

const file = join(tmpdir(), `mad-lab-speech-${process.pid}.wav`);

/** The picture of a word as espeak-ng speaks it, in whole levels. */
function spoken(word: string): Uint8Array {
  const voice = `${one(ACCENTS)}+${one(THROATS)}`;
  execFileSync('espeak-ng', ['-v', voice, '-s', String(within(SPEEDS)), '-p', String(within(PITCHES)), '-w', file, word]);
  const bytes = readFileSync(file);
  const sound = Float64Array.from({ length: (bytes.length - HEAD) >> 1 }, (_, i) => bytes.readInt16LE(HEAD + 2 * i));
  return Uint8Array.from(spectrogram(sound, bytes.readUInt32LE(RATE_AT), onsetOf(sound)), (value) => Math.round(SPEECH.full * value));
}

mkdirSync('public/speech', { recursive: true });
for (const half of ['train', 'test'] as const satisfies readonly Half[]) {
  // as many of each word, in an order of their own
  const count = sizeOfHalf(SPEECH, half);
  const labels = permutation(count, rng.fork(half)).map((place) => place % WORDS.length);
  for (let shard = 0; shard < SPEECH.shards[half]; shard++) {
    const here = labels.subarray(shard * SPEECH.perShard, (shard + 1) * SPEECH.perShard);
    const bytes = gzipSync(Buffer.concat(Array.from(here, (label) => spoken(WORDS[label]))), { level: 9 });
    bytes[9] = 255; // "unknown" operating system, so that every machine bakes the same bytes
    writeFileSync(`public/${SPEECH.path(half, shard)}`, bytes);
    process.stdout.write(`${SPEECH.path(half, shard)}: ${bytes.length} bytes\n`);
  }
  // for the classifier and for tests, two to a byte
  const pairs = Uint8Array.from({ length: count / 2 }, (_, i) => (labels[2 * i] << 4) | labels[2 * i + 1]);
  writeFileSync(`src/engine/datasets/fixtures/speech-${half}.bin`, pairs);
}
rmSync(file, { force: true });
