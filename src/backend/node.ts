import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
// the whole package: in Node the gradients of tfjs-core cannot be imported alone
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Rung, TensorBackend } from '../engine/contracts';
import { type Choice, startTensors } from './tensors';

/** Node has no GPU rung: `auto` and `webgl` run on wasm. */
export function chooseRung(wanted: 'auto' | Rung): Choice {
  const reason = wanted === 'webgl' ? 'Node has no WebGL' : wanted === 'auto' ? 'the fastest rung in Node' : 'as asked';
  return { rung: wanted === 'cpu' ? 'cpu' : 'wasm', renderer: '', reason };
}

export async function openTensors(rung: 'wasm' | 'cpu'): Promise<TensorBackend> {
  if (rung === 'wasm') setWasmPaths(join(dirname(fileURLToPath(import.meta.resolve('@tensorflow/tfjs-backend-wasm'))), '/'));
  return startTensors(tf, rung);
}
