import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
// the whole package: in Node the gradients of tfjs-core cannot be imported alone
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { TensorBackend } from '../engine/contracts';
import { startTensors } from './tensors';
import { registerVaeStep } from './vaeStep/register';

/** tfjs in Node, which has no GPU rung. */
export async function openTensors(rung: 'wasm' | 'cpu'): Promise<TensorBackend> {
  if (rung === 'wasm') {
    setWasmPaths(join(dirname(fileURLToPath(import.meta.resolve('@tensorflow/tfjs-backend-wasm'))), '/'));
    registerVaeStep(tf);
  }
  return startTensors(tf, rung);
}
