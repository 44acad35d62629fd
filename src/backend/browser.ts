import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { carriesWebgl, type Files, importTensorflow } from '#tensorflowParts';
import type { Rung, TensorBackend } from '../engine/contracts';
import { EngineError } from '../engine/errors';
import { type Choice, startTensors, stopTensors } from './tensors';
import { probeWebgl, type WebglProbe } from './webglProbe';

/** A rung did not start: whoever chooses again gets the one below it. */
export class RungRefused extends EngineError {
  constructor(rung: Rung) {
    super('backend-lost', `The ${rung} backend did not start. Choose another one.`);
  }
}

/** The smallest WebAssembly module: compiling it tells whether WebAssembly exists and the page's policy allows it. */
const EMPTY_MODULE = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

function whyNoWasm(): string | null {
  try {
    new WebAssembly.Module(EMPTY_MODULE);
    return null;
  } catch {
    return 'WebAssembly is missing or blocked here';
  }
}

const NAMES: Record<Rung, string> = { webgl: 'WebGL', wasm: 'WebAssembly', cpu: 'TensorFlow.js' };

interface Compiler {
  getAndSaveBinary?(key: string, compile: () => unknown): unknown;
}

/** Calls `compiling` before each program that the GPU's driver has to compile: nothing else happens until it is done. */
function beforeCompiling(backend: Compiler, compiling: () => void): void {
  const original = backend.getAndSaveBinary;
  backend.getAndSaveBinary = (key, compile) =>
    original?.call(backend, key, () => {
      compiling();
      return compile();
    });
}

function watchGpu(backend: MathBackendWebGL, lose: (why: string) => void, compiling: () => void): void {
  beforeCompiling(backend as unknown as Compiler, compiling);
  const { canvas } = backend.getGPGPUContext().gl;
  canvas.addEventListener('webglcontextlost', () => lose('The GPU was taken away (its WebGL context was lost). Resume to go on with a new one.'));
}

/** What a worker computes on: tfjs on one rung of the ladder at a time. */
export function createBackend() {
  let open: TensorBackend | null = null;
  let seen: WebglProbe | null = null;
  /** of whoever opened it last */
  let onCompiling = () => {};
  /** Rungs that did not start although the probe found nothing wrong, and why: the next choice goes past them. */
  const refused = new Map<Rung, string>();

  /**
   * The ladder webgl, wasm, cpu (contract Sect. 5), chosen in the worker without loading tfjs. `auto` takes WebGL on real hardware only;
   * whoever asks for `webgl` gets a software renderer too, and is told. A rung that cannot run falls to the next one, with the reason.
   */
  async function chooseRung(wanted: 'auto' | Rung): Promise<Choice> {
    const past: string[] = [];
    if (!carriesWebgl && wanted !== 'cpu') past.push('this copy of MAD Lab carries no WebGL');
    else if (wanted === 'auto' || wanted === 'webgl') {
      // once: every probe costs a WebGL context, and a browser gives few
      seen ??= probeWebgl();
      const { renderer, software, unusable } = seen;
      const why = refused.get('webgl') ?? unusable;
      if (why) past.push(why);
      else if (!software) return { rung: 'webgl', renderer, reason: wanted === 'auto' ? 'the GPU works, with full float textures' : 'as asked' };
      else if (wanted === 'webgl') return { rung: 'webgl', renderer, reason: 'as asked; this WebGL is software, not a GPU, and slow' };
      else past.push('WebGL here is software, not a GPU');
    }
    if (wanted !== 'cpu') {
      const why = refused.get('wasm') ?? whyNoWasm();
      if (!why) return { rung: 'wasm', renderer: '', reason: past.join('; ') || 'as asked' };
      past.push(why);
    }
    return { rung: 'cpu', renderer: '', reason: past.join('; ') || 'as asked' };
  }

  /**
   * Starts tfjs on `rung`, or returns the backend that runs there already. A backend on another rung is closed first.
   * @param files where modules can't be imported, parts of tfjs come through them
   * @param compiling told before each shader that is compiled
   * @throws RungRefused where it does not start, but a lower rung may
   */
  async function openTensors(rung: Rung, files: Files, compiling = () => {}): Promise<TensorBackend> {
    onCompiling = compiling;
    if (open?.rung === rung) return open;
    await closeTensors();
    const refuse = (why: string): EngineError => {
      if (rung === 'cpu') {
        // nothing is below it; another try may find the connection back
        refused.clear();
        return new EngineError('asset-missing', `TensorFlow.js ${why}. Check the connection, then try again.`);
      }
      refused.set(rung, `${NAMES[rung]} ${why}`);
      return new RungRefused(rung);
    };
    const tf = await importTensorflow(rung, files).catch((error: unknown) => {
      // a file that stands alone says that it does not carry this part
      throw rung === 'cpu' && error instanceof EngineError ? error : refuse('could not be loaded');
    });
    const watch = (lose: (why: string) => void) => watchGpu(tf.backend() as MathBackendWebGL, lose, () => onCompiling());
    open = await startTensors(tf, rung, rung === 'webgl' ? watch : undefined).catch(() => {
      throw refuse('did not start');
    });
    return open;
  }

  /** Frees the running backend, also a lost one; the next `openTensors` builds a new one. */
  async function closeTensors(): Promise<void> {
    if (open) stopTensors(open);
    open = null;
  }

  return { chooseRung, openTensors, closeTensors };
}
