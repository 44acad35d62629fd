/// <reference lib="webworker" />
import type * as Tensorflow from '@tensorflow/tfjs-core';
import type { Rung } from '../engine/contracts';
import { wasmFileHere } from './simd';
import type { Files } from './tensorflowParts';

export type { Files };

/** What the classic scripts of classicTensors.*.ts leave in the worker's global scope. */
export interface ClassicTensors {
  readonly tf: typeof Tensorflow;
  readonly setWasmPaths?: (paths: Record<string, string>, usePlatformFetch: boolean) => void;
}

declare const self: DedicatedWorkerGlobalScope & { madLabTensors?: ClassicTensors };

/** Embeds and single files carry wasm and cpu: WebGL would add a third to their download, and without a GPU of its own nobody gains by it. */
export const carriesWebgl = false as boolean;

/** Imports the first that the browser does not refuse. */
function importFirst([address, ...others]: string[]): void {
  try {
    self.importScripts(address);
  } catch (error) {
    if (others.length === 0 || !(error instanceof DOMException)) throw error;
    importFirst(others);
  }
}

/** As in the module build, from classic scripts: a worker made of a blob in a sandboxed frame can import no module. */
export async function importTensorflow(rung: Rung, { load, scriptAddresses }: Files): Promise<typeof Tensorflow> {
  importFirst(await scriptAddresses(`tensors-${rung}.js`));
  const parts = self.madLabTensors;
  if (!parts) throw new Error(`tensors-${rung}.js holds no tensors`);
  if (parts.setWasmPaths) {
    const file = wasmFileHere();
    const bytes = await load(file);
    // nothing is fetched, not even from a blob: in a file opened from disk WebKit refuses that
    parts.tf.env().platform.fetch = async () => new Response(bytes);
    parts.setWasmPaths({ 'tfjs-backend-wasm.wasm': file, 'tfjs-backend-wasm-simd.wasm': file, 'tfjs-backend-wasm-threaded-simd.wasm': file }, true);
  }
  return parts.tf;
}
