import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Host, Samples } from '../contracts';
import { openImageFeatures } from './imageFeatures';
import { DIGITS_14, DIGITS_28, type ImageSet, SPEECH, sizeOfHalf } from './imageSets';
import { imageShard, unpackImage } from './imageShards';

const host: Host = {
  rung: 'cpu',
  tensors: () => Promise.reject(new Error('features need no tensors')),
  load: (path) => readFile(`public/${path}`),
};

async function heldOut(set: ImageSet): Promise<Samples> {
  const count = sizeOfHalf(set, 'test');
  const dim = set.side * set.side;
  const values = new Float32Array(count * dim);
  for (let i = 0; i < count; i++) {
    unpackImage(await imageShard(host, set, 'test', Math.floor(i / set.perShard)), set, i % set.perShard, values, i * dim);
  }
  return { kind: 'images', count, dim, values };
}

/** The last layer, read from the end of its file: weights int16 with one scale, behind the other layers; its biases end the header. */
async function logitsOf({ classifier, hidden, weightBytes }: ImageSet, features: Float64Array): Promise<number[]> {
  const bytes = await readFile(`public/${classifier}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = 4 * (3 + hidden + 64 + 10);
  const scale = view.getFloat32(header - 44, true);
  const weight = (input: number, c: number) => {
    const at = bytes.length - weightBytes * (640 - 10 * input - c);
    return scale * (weightBytes === 1 ? view.getInt8(at) : view.getInt16(at, true));
  };
  return Array.from({ length: 10 }, (_, c) =>
    features.reduce((sum, value, i) => sum + value * weight(i, c), view.getFloat32(header - 40 + 4 * c, true)),
  );
}

describe.each([
  { name: 'digits at 14 px', set: DIGITS_14, labels: 'testLabels', accurate: 0.95, confidence: 0.924 },
  { name: 'digits at 28 px', set: DIGITS_28, labels: 'testLabels', accurate: 0.95, confidence: 0.95 },
  { name: 'spoken words', set: SPEECH, labels: 'speech-test', accurate: 0.99, confidence: 0.988 },
])('the classifier of $name', ({ name, set, labels, accurate, confidence }) => {
  it('is right on nearly all that is held out', async () => {
    const packed = await readFile(`src/engine/datasets/fixtures/${labels}.bin`);
    const images = await heldOut(set);
    const { features, classify } = await openImageFeatures(host, set);
    const classes = classify(features(images));
    const right = classes.reduce((sum, read, i) => sum + Number(read === ((packed[i >> 1] >> (i % 2 === 0 ? 4 : 0)) & 15)), 0);
    const accuracy = right / images.count;
    process.stdout.write(`classifier of ${name}: accuracy ${(100 * accuracy).toFixed(2)} % on ${images.count} held out\n`);
    expect(accuracy).toBeGreaterThanOrEqual(accurate);
  });

  it('gives each class a probability: the largest that of the one it names, as large as MODEL.md says on average', async () => {
    const images = await heldOut(set);
    const { features, classify, probabilities } = await openImageFeatures(host, set);
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
    const logits = await logitsOf(set, read.values.subarray(42 * 64, 43 * 64));
    const total = logits.reduce((all, logit) => all + Math.exp(logit), 0);
    for (const [c, logit] of logits.entries()) expect(all[420 + c]).toBeCloseTo(Math.exp(logit) / total, 12);
  });

  it('gives 64 features that are finite, not negative, and the same for an image alone and in company', async () => {
    const images = await heldOut(set);
    const { features } = await openImageFeatures(host, set);
    const all = features({ ...images, count: 100, values: images.values.slice(0, 100 * images.dim) });
    expect([all.count, all.dim, all.values.length]).toEqual([100, 64, 6400]);
    expect(all.values.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    const alone = features({ ...images, count: 1, values: images.values.slice(42 * images.dim, 43 * images.dim) });
    expect(alone.values).toEqual(all.values.slice(42 * 64, 43 * 64));
  });
});

it('names a weight file that is damaged', async () => {
  const short: Host = { ...host, load: async (path) => (await readFile(`public/${path}`)).subarray(0, 1000) };
  await expect(openImageFeatures(short, DIGITS_14)).rejects.toThrow('classifier/14.bin is damaged: 1000 bytes');
});
