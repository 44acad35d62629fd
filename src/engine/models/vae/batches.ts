import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { TensorBackend } from '../../contracts';
import type { VaeParameters } from './fit';
import { type Network, type Tf, unpack } from './network';

/** Every batch has this size, the last one padded: one shape, so one set of shaders, whatever is asked for. */
const BATCH = 256;

/** `pass` of rows [count, inputs] through a fitted network, batch after batch: [count, outputs]. Leaves no tensor behind. */
export async function inBatches(
  { tf, read }: TensorBackend,
  parameters: VaeParameters,
  rows: Float32Array,
  [inputs, outputs]: readonly [number, number],
  pass: (tf: Tf, network: Network, batch: Tensor2D) => Tensor2D,
): Promise<Float32Array> {
  const count = rows.length / inputs;
  const results = new Float32Array(count * outputs);
  const held: Tensor[] = [];
  try {
    const network = tf.tidy(() => {
      const layers = unpack(tf, tf.tensor1d(parameters.values), parameters);
      return { encode: { ...layers.encode }, posterior: { ...layers.posterior }, decode: { ...layers.decode }, pixels: { ...layers.pixels } };
    });
    for (const { weights, bias } of Object.values(network)) held.push(weights, bias);
    for (let from = 0; from < count; from += BATCH) {
      const size = Math.min(BATCH, count - from);
      const padded = new Float32Array(BATCH * inputs);
      padded.set(rows.subarray(from * inputs, (from + size) * inputs));
      const batch = tf.tidy(() => pass(tf, network, tf.tensor2d(padded, [BATCH, inputs])));
      held.push(batch);
      results.set((await read(batch)).subarray(0, size * outputs), from * outputs);
    }
    return results;
  } finally {
    for (const tensor of held) tensor.dispose();
  }
}
