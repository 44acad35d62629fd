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

/** A lost device is mostly told by an event; a slow one that compiles what it has to draw first may take long. */
const READ_LIMIT_MS = 60_000;

/** Readers that wait for a device; a lost one never answers them. (Racing a promise of the loss would keep what every read returned.) */
class Readers {
  private readonly waiting = new Set<(error: EngineError) => void>();
  private loss: EngineError | null = null;

  constructor(private readonly limitMs: number) {}

  lose(why: string): void {
    this.loss = new EngineError('backend-lost', why);
    for (const reject of this.waiting) reject(this.loss);
  }

  /** Resolves as `data` does, or rejects as soon as the device is lost or after `limitMs`. */
  async inTime<Value>(data: Promise<Value>): Promise<Value> {
    if (this.loss) throw this.loss;
    let give: (error: EngineError) => void = () => undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lost = new Promise<never>((_, reject) => {
      give = reject;
      const seconds = this.limitMs / 1000;
      const late = () =>
        reject(new EngineError('backend-lost', `The device did not answer a read within ${seconds} s. Resume to go on with a new one.`));
      timer = setTimeout(late, this.limitMs);
    });
    this.waiting.add(give);
    try {
      return await Promise.race([data, lost]);
    } finally {
      clearTimeout(timer);
      this.waiting.delete(give);
    }
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
  const readers = new Readers(limitMs);
  watch?.((why) => readers.lose(why));
  return {
    rung,
    tf,
    read: async (tensor) => (await readers.inTime(tensor.data())) as Float32Array,
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
