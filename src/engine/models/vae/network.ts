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

const layerSizes = ({ pixels, units, latent }: Shape) =>
  [
    [pixels, units],
    [units, 2 * latent],
    [latent, units],
    [units, pixels],
  ] as const;

/**
 * The parameters as three vectors: the two large weight matrices, next to the pixels, and all the rest in the order of the layers.
 * On wasm a slice of tfjs first copies all of its input; so the large ones are never cut.
 */
export type Blocks<Vector> = [encode: Vector, pixels: Vector, rest: Vector];

/** The blocks of one host vector that holds them one after the other, as views. */
export function blocksOf(values: Float32Array, { pixels, units }: Shape): Blocks<Float32Array> {
  const large = pixels * units;
  return [values.subarray(0, large), values.subarray(large, 2 * large), values.subarray(2 * large)];
}

/** Where the layers' parts start in the third block, and its size. */
export function restOffsets({ pixels, units, latent }: Shape) {
  const posterior = units;
  const posteriorBias = posterior + units * 2 * latent;
  const decode = posteriorBias + 2 * latent;
  const decodeBias = decode + latent * units;
  const pixelsBias = decodeBias + units;
  return { encodeBias: 0, posterior, posteriorBias, decode, decodeBias, pixelsBias, size: pixelsBias + pixels };
}

/** How many parameters there are. */
export const sizeOf = (shape: Shape): number => layerSizes(shape).reduce((sum, [inputs, outputs]) => sum + (inputs + 1) * outputs, 0);

/** All parameters in one vector, block after block: Glorot uniform weights, zero biases. */
export function initialParameters(shape: Shape, rng: Rng): Float32Array {
  const sizes = layerSizes(shape);
  const values = new Float32Array(sizeOf(shape));
  const [encode, pixels, rest] = blocksOf(values, shape);
  let offset = shape.units;
  sizes.forEach(([inputs, outputs], layer) => {
    const isRest = layer === 1 || layer === 2;
    const weights = isRest ? rest.subarray(offset, offset + inputs * outputs) : layer === 0 ? encode : pixels;
    if (isRest) offset += (inputs + 1) * outputs;
    const limit = Math.sqrt(6 / (inputs + outputs));
    for (let i = 0; i < weights.length; i++) weights[i] = (2 * rng.uniform() - 1) * limit;
  });
  return values;
}

/** The layers as views of the blocks. */
export function unpack(tf: Tf, [encode, pixels, rest]: Blocks<Tensor1D>, shape: Shape): Network {
  const { units, latent } = shape;
  let offset = 0;
  const next = (size: number) => {
    const part = tf.slice(rest, offset, size);
    offset += size;
    return part;
  };
  const matrix = (vector: Tensor1D, inputs: number, outputs: number) => tf.reshape(vector, [inputs, outputs]) as Tensor2D;
  const encodeBias = next(units);
  const layer = (inputs: number, outputs: number): Layer => ({ weights: matrix(next(inputs * outputs), inputs, outputs), bias: next(outputs) });
  return {
    encode: { weights: matrix(encode, shape.pixels, units), bias: encodeBias },
    posterior: layer(units, 2 * latent),
    decode: layer(latent, units),
    pixels: { weights: matrix(pixels, units, shape.pixels), bias: next(shape.pixels) },
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
 * Gradient of the mean over the batch of BCE summed over pixels + beta KL, in the blocks of the parameters.
 * Written out rather than taken from tfjs's tape: 1.4 x faster on wasm and a third of the kernels, which is what WebGL pays for. The
 * transposes are explicit because matMul's own transpose flags are slow on wasm.
 */
export function gradient(tf: Tf, network: Network, pass: Pass, beta: number): Blocks<Tensor1D> {
  const { x, encoded, mu, sigma, noise, z, decoded, logits } = pass;
  const perSample = 1 / x.shape[0];
  const back = (error: Tensor2D, { weights }: Layer) => tf.matMul(error, tf.transpose(weights)) as Tensor2D;
  const ofWeights = (input: Tensor2D, error: Tensor2D) => tf.reshape(tf.matMul(tf.transpose(input), error), [-1]) as Tensor1D;
  const ofBias = (error: Tensor2D) => tf.sum(error, 0) as Tensor1D;

  const logitsError = tf.mul(tf.sub(tf.sigmoid(logits), x), perSample) as Tensor2D;
  const decodedError = tf.mul(back(logitsError, network.pixels), tf.step(decoded)) as Tensor2D;
  const zError = back(decodedError, network.decode);
  const muError = tf.add(zError, tf.mul(mu, beta * perSample));
  const varianceError = tf.mul(tf.sub(tf.square(sigma), 1), beta * perSample);
  const logVarianceError = tf.mul(tf.add(tf.mul(zError, noise), varianceError), 0.5);
  const posteriorError = tf.concat([muError, logVarianceError], 1) as Tensor2D;
  const encodedError = tf.mul(back(posteriorError, network.posterior), tf.step(encoded)) as Tensor2D;
  const rest = [ofBias(encodedError), ofWeights(encoded, posteriorError), ofBias(posteriorError), ofWeights(z, decodedError), ofBias(decodedError)];
  return [ofWeights(x, encodedError), ofWeights(decoded, logitsError), tf.concat([...rest, ofBias(logitsError)])];
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
