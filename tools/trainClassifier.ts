/**
 * Trains the classifiers whose penultimate features the image scores use, and writes public/classifier: `npx tsx tools/trainClassifier.ts digits`,
 * after tools/bakeDigits.ts, or `speech`, after tools/bakeSpeech.ts. Seeded: the same weights every time on the wasm backend.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { gunzipSync } from 'node:zlib';
import type { Scalar, Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { openTensors } from '../src/backend/node';
import type { Rng } from '../src/engine/contracts';
import { widthsOf } from '../src/engine/datasets/imageFeatures';
import { DIGITS_14, DIGITS_28, type ImageSet, SPEECH, sizeOfHalf } from '../src/engine/datasets/imageSets';
import { unpackImage } from '../src/engine/datasets/imageShards';
import { createRng } from '../src/engine/rng';
import { permutation } from '../src/engine/samples';
import { fetchMnist } from './mnist';

const EPOCHS = 10;
const BATCH = 64;
const LEARNING_RATE = 1e-3;
/**
 * Weight of the squared weights in the loss. Without it, and the longer it trains, the classifier sharpens its features: they magnify
 * what no eye sees, and the recall of a VAE's slightly blurred digits falls in every loop alike. A point of accuracy pays for it.
 */
const WEIGHT_DECAY = 1e-3;

/** The training images as the page sees them, in the order of the shards, float32 [count, side * side]. */
function bakedPixels(set: ImageSet): Float32Array {
  const size = set.side * set.side;
  const pixels = new Float32Array(sizeOfHalf(set, 'train') * size);
  for (let shard = 0; shard < set.shards.train; shard++) {
    const packed = gunzipSync(readFileSync(`public/${set.path('train', shard)}`));
    for (let row = 0; row < set.perShard; row++) unpackImage(packed, set, row, pixels, (shard * set.perShard + row) * size);
  }
  return pixels;
}

const { tf, read } = await openTensors('wasm');

/** Uniform within 1/sqrt(inputs), weights and biases alike: what PyTorch's Linear starts from. */
function start(inputs: number, shape: [number] | [number, number], rng: Rng): Tensor {
  const limit = 1 / Math.sqrt(inputs);
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, () => (2 * rng.uniform() - 1) * limit),
    shape,
  );
}

/** Logits [batch, 10]; `parameters` = weights and bias of each layer in turn. */
function logits(images: Tensor2D, parameters: readonly Tensor[]): Tensor2D {
  let x = images;
  for (let i = 0; i < parameters.length; i += 2) {
    const sum = tf.add(tf.matMul(x, parameters[i]), parameters[i + 1]);
    x = (i + 2 < parameters.length ? tf.relu(sum) : sum) as Tensor2D;
  }
  return x;
}

async function train(set: ImageSet, labels: Uint8Array, rng: Rng): Promise<readonly Tensor[]> {
  const size = set.side * set.side;
  const pixels = bakedPixels(set);
  const widths = widthsOf(set);
  const variables = widths.flatMap((outputs, i) => {
    const inputs = i === 0 ? size : widths[i - 1];
    return [tf.variable(start(inputs, [inputs, outputs], rng.fork('weights', i))), tf.variable(start(inputs, [outputs], rng.fork('bias', i)))];
  });
  const steps = Math.floor(labels.length / BATCH);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    // falls linearly, so that the last epochs settle
    const optimizer = tf.train.adam(LEARNING_RATE * (1 - epoch / EPOCHS));
    const order = permutation(labels.length, rng.fork('epoch', epoch));
    for (let step = 0; step < steps; step++) {
      const rows = order.subarray(step * BATCH, (step + 1) * BATCH);
      const batch = new Float32Array(BATCH * size);
      const truth = new Float32Array(BATCH * 10);
      rows.forEach((row, i) => {
        batch.set(pixels.subarray(row * size, (row + 1) * size), i * size);
        truth[i * 10 + labels[row]] = 1;
      });
      const loss = (): Scalar => {
        const error = tf.losses.softmaxCrossEntropy(tf.tensor2d(truth, [BATCH, 10]), logits(tf.tensor2d(batch, [BATCH, size]), variables));
        const squares = variables.filter(({ rank }) => rank === 2).map((weights) => tf.sum(tf.square(weights)));
        return tf.add(error, tf.mul(tf.addN(squares), WEIGHT_DECAY));
      };
      optimizer.minimize(loss, false, variables);
    }
    optimizer.dispose();
    console.log(`${set.classifier}: epoch ${epoch + 1} of ${EPOCHS}`);
  }
  return variables;
}

/** The file that imageFeatures.ts reads: scales and biases in float32, then weights as integers. */
async function write({ classifier, weightBytes }: ImageSet, parameters: readonly Tensor[]): Promise<void> {
  const most = weightBytes === 1 ? 127 : 32767;
  const header: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < parameters.length; i += 2) {
    const layer = await read(parameters[i]);
    const scale = Math.fround(layer.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / most);
    header.push(scale, ...(await read(parameters[i + 1])));
    for (const weight of layer) weights.push(Math.round(weight / scale));
  }
  writeFileSync(
    `public/${classifier}`,
    Buffer.concat([
      Buffer.from(Float32Array.from(header).buffer),
      Buffer.from((weightBytes === 1 ? Int8Array.from(weights) : Int16Array.from(weights)).buffer),
    ]),
  );
}

/** What each set's training images are, as their baking scripts know it. */
const SPOKEN = readFileSync('src/engine/datasets/fixtures/speech-train.bin');
const TASKS = {
  digits: { sets: [DIGITS_14, DIGITS_28], labels: () => fetchMnist().train.labels },
  speech: { sets: [SPEECH], labels: () => Uint8Array.from({ length: 2 * SPOKEN.length }, (_, i) => (SPOKEN[i >> 1] >> (i % 2 === 0 ? 4 : 0)) & 15) },
} as const;

const name = process.argv[2];
if (name !== 'digits' && name !== 'speech') throw new Error(`digits or speech? Not “${name}”.`);
const { sets, labels } = TASKS[name];
for (const set of sets) await write(set, await train(set, labels(), createRng(1).fork('classifier', set.side)));
