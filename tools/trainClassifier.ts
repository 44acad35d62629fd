/**
 * Trains the digit classifier whose penultimate features the image scores use, and writes public/classifier: `npx tsx
 * tools/trainClassifier.ts`, after tools/bakeDigits.ts. Seeded: the same weights every time on the wasm backend.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Scalar, Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { openTensors } from '../src/backend/node';
import type { Rng } from '../src/engine/contracts';
import { CLASSIFIER_WIDTHS } from '../src/engine/datasets/digitFeatures';
import { DIGITS_PER_SHARD, type DigitSet, SHARDS, shardPath, unpackDigit } from '../src/engine/datasets/digitShards';
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

/** The digits as the page sees them, in the order of the shards, float32 [count, side * side]. */
function bakedPixels(side: number, set: DigitSet): Float32Array {
  const size = side * side;
  const pixels = new Float32Array(SHARDS[set] * DIGITS_PER_SHARD * size);
  for (let shard = 0; shard < SHARDS[set]; shard++) {
    const packed = gunzipSync(readFileSync(`public/${shardPath(side, set, shard)}`));
    for (let row = 0; row < DIGITS_PER_SHARD; row++) {
      unpackDigit(packed, side, row, pixels, (shard * DIGITS_PER_SHARD + row) * size);
    }
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

async function train(side: number, labels: Uint8Array, rng: Rng): Promise<readonly Tensor[]> {
  const size = side * side;
  const pixels = bakedPixels(side, 'train');
  const variables = CLASSIFIER_WIDTHS.flatMap((outputs, i) => {
    const inputs = i === 0 ? size : CLASSIFIER_WIDTHS[i - 1];
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
    console.log(`${side} px: epoch ${epoch + 1} of ${EPOCHS}`);
  }
  return variables;
}

/** The file that digitFeatures.ts reads: scales and biases in float32, then weights in int16. */
async function write(side: number, parameters: readonly Tensor[]): Promise<void> {
  const header: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < parameters.length; i += 2) {
    const layer = await read(parameters[i]);
    const scale = Math.fround(layer.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 32767);
    header.push(scale, ...(await read(parameters[i + 1])));
    for (const weight of layer) weights.push(Math.round(weight / scale));
  }
  writeFileSync(
    `public/classifier/${side}.bin`,
    Buffer.concat([Buffer.from(Float32Array.from(header).buffer), Buffer.from(Int16Array.from(weights).buffer)]),
  );
}

mkdirSync('public/classifier', { recursive: true });
const { train: digits } = fetchMnist();
for (const side of [14, 28]) await write(side, await train(side, digits.labels, createRng(1).fork('classifier', side)));
