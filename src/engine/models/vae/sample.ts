import type { Tensor } from '@tensorflow/tfjs-core';
import type { Rng, TensorBackend } from '../../contracts';
import type { VaeParameters } from './fit';
import { blocksOf, decoderMeans, unpack } from './network';

/** Every batch has this size, the last one padded: one shape, so one set of shaders, whatever is asked for. */
const BATCH = 256;

/** Latent points z ~ N(0, lambda I), [count, latent]. */
export function latentPoints(count: number, latent: number, bias: number, rng: Rng): Float32Array {
  const scale = Math.sqrt(bias);
  return Float32Array.from({ length: count * latent }, () => scale * rng.normal());
}

/** Decoder means of latent points [count, latent], [count, pixels] in [0, 1]. */
export async function decodeMeans(backend: TensorBackend, parameters: VaeParameters, z: Float32Array): Promise<Float32Array> {
  const { tf, read } = backend;
  const { pixels, latent } = parameters;
  const count = z.length / latent;
  const means = new Float32Array(count * pixels);
  const held: Tensor[] = [];
  try {
    const { decode, pixels: output } = tf.tidy(() => {
      const [encode, output, rest] = blocksOf(parameters.values, parameters);
      const network = unpack(tf, [tf.tensor1d(encode), tf.tensor1d(output), tf.tensor1d(rest)], parameters);
      return { decode: { ...network.decode }, pixels: { ...network.pixels } };
    });
    held.push(decode.weights, decode.bias, output.weights, output.bias);
    for (let from = 0; from < count; from += BATCH) {
      const rows = Math.min(BATCH, count - from);
      const padded = new Float32Array(BATCH * latent);
      padded.set(z.subarray(from * latent, (from + rows) * latent));
      const images = tf.tidy(() => decoderMeans(tf, { decode, pixels: output }, tf.tensor2d(padded, [BATCH, latent])));
      held.push(images);
      means.set((await read(images)).subarray(0, rows * pixels), from * pixels);
    }
    return means;
  } finally {
    for (const tensor of held) tensor.dispose();
  }
}

/** A Bernoulli draw of every pixel from its mean, in place. */
export function drawPixels(means: Float32Array, rng: Rng): void {
  for (let i = 0; i < means.length; i++) means[i] = rng.uniform() < means[i] ? 1 : 0;
}
