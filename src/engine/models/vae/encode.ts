import type { Cloud, Samples, TensorBackend } from '../../contracts';
import { inBatches } from './batches';
import type { VaeParameters } from './fit';
import { encoderMeans } from './network';

/** Means of q(z|x) of images [count, pixels], [count, latent]: computed in float32 like the weights, kept in float64 like every cloud. */
export async function encodeMeans(backend: TensorBackend, parameters: VaeParameters, { count, values }: Samples): Promise<Cloud> {
  const { pixels, latent } = parameters;
  const means = await inBatches(backend, parameters, values as Float32Array, [pixels, latent], encoderMeans);
  return { count, dim: latent, values: Float64Array.from(means) };
}
