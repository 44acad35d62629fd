import type * as Tensorflow from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { Rng } from '../../contracts';

export type Tf = typeof Tensorflow;

/** d pixels - h units - (mu, log variance) of k latent dimensions - h units - d logits; dense, ReLU. */
export interface Shape {
  /** d = side x side */
  readonly pixels: number;
  /** h */
  readonly units: number;
  /** k */
  readonly latent: number;
}

/** Weights [inputs, outputs] and bias [outputs] of one dense layer. */
interface Layer {
  readonly weights: Tensor2D;
  readonly bias: Tensor1D;
}

interface Encoder {
  readonly encode: Layer;
  readonly posterior: Layer;
}

interface Decoder {
  readonly decode: Layer;
  readonly pixels: Layer;
}

/** The four layers, from the image to its reconstruction. */
export interface Network extends Encoder, Decoder {}

/** Where in the one vector of all parameters the parts start, and its size: the two large weight matrices first, next to the pixels, then the rest layer by layer. */
export function offsetsOf({ pixels: d, units: h, latent: k }: Shape) {
  let size = 0;
  const next = (count: number) => {
    const offset = size;
    size += count;
    return offset;
  };
  const offsets = {
    encode: next(d * h),
    pixels: next(h * d),
    encodeBias: next(h),
    posterior: next(h * 2 * k),
    posteriorBias: next(2 * k),
    decode: next(k * h),
    decodeBias: next(h),
    pixelsBias: next(d),
  };
  return { ...offsets, size };
}

/** How many parameters there are. */
export const sizeOf = (shape: Shape): number => offsetsOf(shape).size;

/** All parameters in one vector: Glorot uniform weights, zero biases. */
export function initialParameters(shape: Shape, rng: Rng): Float32Array {
  const { pixels, units, latent } = shape;
  const offsets = offsetsOf(shape);
  const values = new Float32Array(offsets.size);
  const fill = (offset: number, inputs: number, outputs: number) => {
    const limit = Math.sqrt(6 / (inputs + outputs));
    for (let i = offset; i < offset + inputs * outputs; i++) values[i] = (2 * rng.uniform() - 1) * limit;
  };
  fill(offsets.encode, pixels, units);
  fill(offsets.posterior, units, 2 * latent);
  fill(offsets.decode, latent, units);
  fill(offsets.pixels, units, pixels);
  return values;
}

/** The layers of the vector of all parameters. */
export function unpack(tf: Tf, parameters: Tensor1D, shape: Shape): Network {
  const { pixels, units, latent } = shape;
  const offsets = offsetsOf(shape);
  const layer = (weights: number, bias: number, inputs: number, outputs: number): Layer => ({
    weights: tf.reshape(tf.slice(parameters, weights, inputs * outputs), [inputs, outputs]),
    bias: tf.slice(parameters, bias, outputs),
  });
  return {
    encode: layer(offsets.encode, offsets.encodeBias, pixels, units),
    posterior: layer(offsets.posterior, offsets.posteriorBias, units, 2 * latent),
    decode: layer(offsets.decode, offsets.decodeBias, latent, units),
    pixels: layer(offsets.pixels, offsets.pixelsBias, units, pixels),
  };
}

function dense(tf: Tf, a: Tensor2D, { weights, bias }: Layer, activation: 'relu' | 'linear'): Tensor2D {
  return tf.fused.matMul({ a, b: weights, bias, activation }) as Tensor2D;
}

/** Everything that the backward pass needs: x [batch, d] and epsilon [batch, k] in; logits [batch, d] out. */
export interface Pass {
  readonly x: Tensor2D;
  readonly encoded: Tensor2D;
  readonly mu: Tensor2D;
  readonly logVariance: Tensor2D;
  readonly sigma: Tensor2D;
  /** sigma * epsilon */
  readonly noise: Tensor2D;
  readonly z: Tensor2D;
  readonly decoded: Tensor2D;
  readonly logits: Tensor2D;
}

/** One z a sample: z = mu + sigma * epsilon. */
export function forward(tf: Tf, network: Network, x: Tensor2D, epsilon: Tensor2D): Pass {
  const encoded = dense(tf, x, network.encode, 'relu');
  const [mu, logVariance] = tf.split(dense(tf, encoded, network.posterior, 'linear'), 2, 1) as [Tensor2D, Tensor2D];
  const sigma = tf.exp(tf.mul(logVariance, 0.5)) as Tensor2D;
  const noise = tf.mul(sigma, epsilon) as Tensor2D;
  const z = tf.add(mu, noise) as Tensor2D;
  const decoded = dense(tf, z, network.decode, 'relu');
  return { x, encoded, mu, logVariance, sigma, noise, z, decoded, logits: dense(tf, decoded, network.pixels, 'linear') };
}

/**
 * Gradient of the mean over the batch of BCE summed over pixels + beta KL, in the order of the parameters.
 * Written out rather than taken from tfjs's tape: a third of the kernels, which is what WebGL pays for. On wasm (where SIMD, and so the
 * kernel for whole steps, is missing) the transposes are explicit, because matMul's own flags are slow there.
 */
export function gradient(tf: Tf, network: Network, pass: Pass, beta: number): Tensor1D {
  const { x, encoded, mu, sigma, noise, z, decoded, logits } = pass;
  const perSample = 1 / x.shape[0];
  const isWasm = tf.getBackend() === 'wasm';
  const back = (error: Tensor2D, { weights }: Layer): Tensor2D =>
    isWasm ? tf.matMul(error, tf.transpose(weights)) : tf.matMul(error, weights, false, true);
  const ofWeights = (input: Tensor2D, error: Tensor2D): Tensor1D =>
    tf.reshape(isWasm ? tf.matMul(tf.transpose(input), error) : tf.matMul(input, error, true, false), [-1]);
  const ofBias = (error: Tensor2D): Tensor1D => tf.sum(error, 0);

  const logitsError = tf.mul(tf.sub(tf.sigmoid(logits), x), perSample) as Tensor2D;
  const decodedError = tf.mul(back(logitsError, network.pixels), tf.step(decoded)) as Tensor2D;
  const zError = back(decodedError, network.decode);
  const muError = tf.add(zError, tf.mul(mu, beta * perSample));
  const varianceError = tf.mul(tf.sub(tf.square(sigma), 1), beta * perSample);
  const logVarianceError = tf.mul(tf.add(tf.mul(zError, noise), varianceError), 0.5);
  const posteriorError = tf.concat([muError, logVarianceError], 1) as Tensor2D;
  const encodedError = tf.mul(back(posteriorError, network.posterior), tf.step(encoded)) as Tensor2D;
  return tf.concat([
    ofWeights(x, encodedError),
    ofWeights(decoded, logitsError),
    ofBias(encodedError),
    ofWeights(encoded, posteriorError),
    ofBias(posteriorError),
    ofWeights(z, decodedError),
    ofBias(decodedError),
    ofBias(logitsError),
  ]);
}

/** Evidence lower bound, mean per sample, nats (beta = 1 whatever the training weight): a scalar. */
export function evidenceLowerBound(
  tf: Tf,
  { x, mu, logVariance, sigma, logits }: Pick<Pass, 'x' | 'mu' | 'logVariance' | 'sigma' | 'logits'>,
): Tensorflow.Scalar {
  const crossEntropy = tf.sum(tf.sub(tf.softplus(logits), tf.mul(logits, x)));
  const divergence = tf.mul(tf.sum(tf.sub(tf.add(tf.square(mu), tf.square(sigma)), tf.add(logVariance, 1))), 0.5);
  return tf.mul(tf.add(crossEntropy, divergence), -1 / x.shape[0]);
}

/** Decoder means [batch, d] in [0, 1] of latent points [batch, k]. */
export function decoderMeans(tf: Tf, { decode, pixels }: Decoder, z: Tensor2D): Tensor2D {
  return tf.sigmoid(dense(tf, dense(tf, z, decode, 'relu'), pixels, 'linear'));
}

/** Means [batch, k] of q(z|x) of images [batch, d]. */
export function encoderMeans(tf: Tf, { encode, posterior }: Encoder, x: Tensor2D): Tensor2D {
  const [mu] = tf.split(dense(tf, dense(tf, x, encode, 'relu'), posterior, 'linear'), 2, 1) as [Tensor2D, Tensor2D];
  return mu;
}
