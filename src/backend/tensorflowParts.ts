import type * as Tensorflow from '@tensorflow/tfjs-core';
import type { Rung } from '../engine/contracts';
import { wasmFileHere } from './simd';

/** Files of ours, by their path from the page. */
export interface Files {
  load(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** where a script may be imported from; of several, browsers refuse one or the other */
  scriptAddresses(path: string): Promise<string[]>;
}

export const carriesWebgl = true as boolean;

/** tfjs's core with its gradients, and the one backend of the rung: nothing else is downloaded. */
export async function importTensorflow(rung: Rung, _files: Files): Promise<typeof Tensorflow> {
  const core = import('./tensorflow');
  // awaited last: what keeps it from coming is told then, or by the part before it
  core.catch(() => undefined);
  if (rung === 'webgl') await import('@tensorflow/tfjs-backend-webgl');
  else if (rung === 'cpu') await import('@tensorflow/tfjs-backend-cpu');
  else {
    const [{ setWasmPaths }, { wasmPaths }, ours] = await Promise.all([
      import('@tensorflow/tfjs-backend-wasm'),
      import('./wasmPaths'),
      // without it tfjs trains with its own kernels, to the same numbers
      import('./vaeStep/register').catch(() => null),
    ]);
    await assertIsWasm(wasmPaths[wasmFileHere()]);
    setWasmPaths(wasmPaths);
    ours?.registerVaeStep(await core);
  }
  return core;
}

/** tfjs would break down over a file that is missing, or a network's page to sign in. (It takes the file from the browser's cache.) */
async function assertIsWasm(address: string): Promise<void> {
  const response = await fetch(address);
  if (!response.ok || !WebAssembly.validate(await response.arrayBuffer())) throw new Error(`${address} is not there`);
}
