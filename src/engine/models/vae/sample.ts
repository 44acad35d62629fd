import type { Rng, TensorBackend } from '../../contracts';
import { inBatches } from './batches';
import type { VaeParameters } from './fit';
import { decoderMeans } from './network';

/** Latent points z ~ N(0, lambda I), [count, latent]. */
export function latentPoints(count: number, latent: number, bias: number, rng: Rng): Float32Array {
  const scale = Math.sqrt(bias);
  return Float32Array.from({ length: count * latent }, () => scale * rng.normal());
}

/** Decoder means of latent points [count, latent], [count, pixels] in [0, 1]. */
export function decodeMeans(backend: TensorBackend, parameters: VaeParameters, z: Float32Array): Promise<Float32Array> {
  return inBatches(backend, parameters, z, [parameters.latent, parameters.pixels], decoderMeans);
}

/** A Bernoulli draw of every pixel from its mean, in place. */
export function drawPixels(means: Float32Array, rng: Rng): void {
  for (let i = 0; i < means.length; i++) means[i] = rng.uniform() < means[i] ? 1 : 0;
}
