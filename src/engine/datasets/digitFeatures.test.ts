import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Host, Samples } from '../contracts';
import { openDigitFeatures } from './digitFeatures';
import { DIGITS_PER_SHARD, digitShard, SHARDS, unpackDigit } from './digitShards';

const host: Host = {
  rung: 'cpu',
  tensors: () => Promise.reject(new Error('features need no tensors')),
  load: (path) => readFile(`public/${path}`),
};

async function testDigits(side: number): Promise<Samples> {
  const count = SHARDS.test * DIGITS_PER_SHARD;
  const dim = side * side;
  const values = new Float32Array(count * dim);
  for (let i = 0; i < count; i++) {
    unpackDigit(await digitShard(host, side, 'test', Math.floor(i / DIGITS_PER_SHARD)), side, i % DIGITS_PER_SHARD, values, i * dim);
  }
  return { kind: 'images', count, dim, values };
}

/** The last layer, read from the end of its file: weights int16 with one scale, behind the other layers; its biases end the header. */
async function logitsOf(side: number, features: Float64Array): Promise<number[]> {
  const bytes = await readFile(`public/classifier/${side}.bin`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = 4 * (3 + 128 + 64 + 10);
  const scale = view.getFloat32(header - 44, true);
  const weight = (input: number, c: number) => scale * view.getInt16(bytes.length - 2 * 640 + 2 * (10 * input + c), true);
  return Array.from({ length: 10 }, (_, c) =>
    features.reduce((sum, value, i) => sum + value * weight(i, c), view.getFloat32(header - 40 + 4 * c, true)),
  );
}

describe.each([
  [14, 0.924],
  [28, 0.95],
])('the digit classifier at %i px', (side, confidence) => {
  it('is right on at least 95 % of the 10,000 held-out digits', async () => {
    const packed = await readFile('src/engine/datasets/fixtures/testLabels.bin');
    const images = await testDigits(side);
    const { features, classify } = await openDigitFeatures(host, side);
    const classes = classify(features(images));
    const right = classes.reduce((sum, digit, i) => sum + Number(digit === ((packed[i >> 1] >> (i % 2 === 0 ? 4 : 0)) & 15)), 0);
    const accuracy = right / images.count;
    process.stdout.write(`digit classifier, ${side} px: accuracy ${(100 * accuracy).toFixed(2)} % on ${images.count} held-out digits\n`);
    expect(accuracy).toBeGreaterThanOrEqual(0.95);
  });

  it('gives each class a probability: the largest that of the one it names, as large as MODEL.md says on average', async () => {
    const images = await testDigits(side);
    const { features, classify, probabilities } = await openDigitFeatures(host, side);
    const read = features(images);
    const [all, classes] = [probabilities(read), classify(read)];
    let sum = 0;
    for (let i = 0; i < images.count; i++) {
      const row = Array.from(all.subarray(10 * i, 10 * i + 10));
      if (Math.abs(row.reduce((a, b) => a + b) - 1) > 1e-12 || row.indexOf(Math.max(...row)) !== classes[i]) expect.fail(`image ${i}: ${row}`);
      sum += Math.max(...row);
    }
    expect(sum / images.count).toBeCloseTo(confidence, 3);
    // of one image by hand: e to the logit, over the sum of these
    const logits = await logitsOf(side, read.values.subarray(42 * 64, 43 * 64));
    const total = logits.reduce((all, logit) => all + Math.exp(logit), 0);
    for (const [c, logit] of logits.entries()) expect(all[420 + c]).toBeCloseTo(Math.exp(logit) / total, 12);
  });

  it('gives 64 features that are finite, not negative, and the same for an image alone and in company', async () => {
    const images = await testDigits(side);
    const { features } = await openDigitFeatures(host, side);
    const all = features({ ...images, count: 100, values: images.values.slice(0, 100 * images.dim) });
    expect([all.count, all.dim, all.values.length]).toEqual([100, 64, 6400]);
    expect(all.values.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    const alone = features({ ...images, count: 1, values: images.values.slice(42 * images.dim, 43 * images.dim) });
    expect(alone.values).toEqual(all.values.slice(42 * 64, 43 * 64));
  });
});

it('names a weight file that is damaged', async () => {
  const short: Host = { ...host, load: async (path) => (await readFile(`public/${path}`)).subarray(0, 1000) };
  await expect(openDigitFeatures(short, 14)).rejects.toThrow('classifier/14.bin is damaged: 1000 bytes');
});
