/// <reference lib="webworker" />
import type * as Tensorflow from '@tensorflow/tfjs-core';
import type { Rung } from '../engine/contracts';
import { wasmFileHere } from './simd';
import type { Load } from './tensorflowParts';

export type { Load };

/** What the classic scripts of classicTensors.*.ts leave in the worker's global scope. */
export interface ClassicTensors {
  readonly tf: typeof Tensorflow;
  readonly setWasmPaths?: (paths: Record<string, string>) => void;
}

declare const self: DedicatedWorkerGlobalScope & { madLabTensors?: ClassicTensors };

/** Embeds and single files carry wasm and cpu: WebGL would add a third to their download, and without a GPU of its own nobody gains by it. */
export const carriesWebgl = false as boolean;

const urlOf = (bytes: Uint8Array<ArrayBuffer>, type: string) => URL.createObjectURL(new Blob([bytes], { type }));

/** As in the module build, from classic scripts: a worker made of a blob in a sandboxed frame can import no module. */
export async function importTensorflow(rung: Rung, load: Load): Promise<typeof Tensorflow> {
  self.importScripts(urlOf(await load(`tensors-${rung}.js`), 'text/javascript'));
  const parts = self.madLabTensors;
  if (!parts) throw new Error(`tensors-${rung}.js holds no tensors`);
  if (parts.setWasmPaths) {
    const url = urlOf(await load(wasmFileHere()), 'application/wasm');
    parts.setWasmPaths({ 'tfjs-backend-wasm.wasm': url, 'tfjs-backend-wasm-simd.wasm': url, 'tfjs-backend-wasm-threaded-simd.wasm': url });
  }
  return parts.tf;
}
