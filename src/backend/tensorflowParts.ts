import type * as Tensorflow from '@tensorflow/tfjs-core';
import type { Rung } from '../engine/contracts';

/** Reads a file of ours, by its path from the page. */
export type Load = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

export const carriesWebgl = true as boolean;

/** tfjs's core with its gradients, and the one backend of the rung: nothing else is downloaded. */
export async function importTensorflow(rung: Rung, _load: Load): Promise<typeof Tensorflow> {
  const core = import('./tensorflow');
  // awaited last: what keeps it from coming is told then, or by the part before it
  core.catch(() => undefined);
  if (rung === 'webgl') await import('@tensorflow/tfjs-backend-webgl');
  else if (rung === 'cpu') await import('@tensorflow/tfjs-backend-cpu');
  else {
    const [{ setWasmPaths }, { wasmPaths }] = await Promise.all([import('@tensorflow/tfjs-backend-wasm'), import('./wasmPaths')]);
    setWasmPaths(wasmPaths);
  }
  return core;
}
