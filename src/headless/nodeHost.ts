import { readFile } from 'node:fs/promises';
import type { Host, Rung, TensorBackend } from '../engine/contracts';
import { EngineError } from '../engine/errors';

/** The engine's host in Node: files from public/, tfjs on wasm or cpu. */
export function createNodeHost(backend: string): Host {
  if (backend === 'webgl') throw new EngineError('bad-experiment', 'backend=webgl needs a browser; headless commands take auto, wasm or cpu');
  const rung: Rung = backend === 'cpu' ? 'cpu' : 'wasm';
  let tensors: Promise<TensorBackend> | undefined;
  return {
    rung,
    async load(path) {
      return readFile(new URL(`../../public/${path}`, import.meta.url)).catch(() => {
        throw new EngineError('asset-missing', `public/${path} is missing`);
      });
    },
    tensors() {
      // only a VAE needs tfjs, and loading it takes a second
      tensors ??= import('../backend/node').then(({ openTensors }) => openTensors(rung));
      return tensors;
    },
  };
}
