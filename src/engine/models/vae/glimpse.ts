import type { Scalar, Tensor1D } from '@tensorflow/tfjs-core';
import type { Glimpse, TensorBackend } from '../../contracts';
import { decoderMeans, type Shape, unpack } from './network';

/** Who looks at a network while it trains, and at which latent points [count, latent]. */
export interface Onlooker {
  wants(): boolean;
  readonly z: Float32Array;
}

/** What the network draws by now. The shapes are those of a training step, so that the GPU needs no further programs for it. */
export async function glimpse(
  { tf, read }: TensorBackend,
  parameters: Tensor1D,
  shape: Shape,
  z: Float32Array,
  elbo: Scalar,
): Promise<Omit<Glimpse, 'job'> | undefined> {
  const count = z.length / shape.latent;
  const means = tf.tidy(() => decoderMeans(tf, unpack(tf, parameters, shape), tf.tensor2d(z, [count, shape.latent])));
  try {
    const [objective] = await read(elbo);
    const values = await read(means);
    // a network that diverges is told at its end
    return Number.isFinite(objective) ? { objective, samples: { kind: 'images', count, dim: shape.pixels, values } } : undefined;
  } finally {
    means.dispose();
  }
}
