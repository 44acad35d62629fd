import type * as Tensorflow from '@tensorflow/tfjs-core';
import type { Rung, TensorBackend } from '../engine/contracts';
import { EngineError } from '../engine/errors';

type Tf = typeof Tensorflow;

/** Which rung runs, and why: the facts behind the badge. `renderer` is the GPU's own name, or ''. */
export interface Choice {
  readonly rung: Rung;
  readonly renderer: string;
  readonly reason: string;
}

const READ_LIMIT_MS = 10_000;

/** Resolves as `promise` does, or rejects as soon as `lost` does or after `limitMs`: a lost device never answers a read. */
async function inTime<Value>(promise: Promise<Value>, lost: Promise<never>, limitMs: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const seconds = limitMs / 1000;
    timer = setTimeout(
      () => reject(new EngineError('backend-lost', `The device did not answer a read within ${seconds} s. Resume to go on with a new one.`)),
      limitMs,
    );
  });
  try {
    return await Promise.race([promise, lost, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Makes `rung` the running backend of `tf`, whose backend module has been imported.
 * @param watch told how to report a lost device as soon as it is known
 */
export async function startTensors(
  tf: Tf,
  rung: Rung,
  watch?: (lose: (why: string) => void) => void,
  limitMs = READ_LIMIT_MS,
): Promise<TensorBackend> {
  // no advice on the console, no checks that are meant for development
  tf.env().set('PROD', true);
  // the threaded build crashes in bundles under COOP/COEP, and its sums would depend on the machine
  if (rung === 'wasm') tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  // setBackend resolves to false where a backend cannot start, and throws where it was never registered
  if (!(await tf.setBackend(rung).catch(() => false)) || tf.getBackend() !== rung) {
    throw new EngineError('backend-lost', `The ${rung} backend did not start. Choose another one.`);
  }
  const lost = new Promise<never>((_, reject) => {
    watch?.((why) => reject(new EngineError('backend-lost', why)));
  });
  // nobody may be reading when the device goes
  lost.catch(() => undefined);
  return {
    rung,
    tf,
    read: async (tensor) => (await inTime(tensor.data(), lost, limitMs)) as Float32Array,
  };
}

/** Gives the backend's memory back and leaves it registered, so that `startTensors` can start a new one (also after a lost context). */
export function stopTensors({ tf, rung }: TensorBackend): void {
  const factory = tf.findBackendFactory(rung);
  try {
    tf.removeBackend(rung);
  } catch {
    // a lost device may refuse to be tidied up; what it held is gone with it
    delete tf.engine().registry[rung];
  }
  tf.registerBackend(rung, factory);
}
