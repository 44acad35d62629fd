import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type * as Tensorflow from '@tensorflow/tfjs-core';
import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { VAE_STEP, type VaeStepAttributes, type VaeStepInputs } from '../../engine/models/vae/vaeStep';
import { BINARY } from './binary';
import type { Kernels } from './kernels';
import { stepOf } from './step';
import { workspaceOf } from './workspace';

type Tf = typeof Tensorflow;

/** Our kernels, in the memory of tfjs's own WebAssembly. */
function instantiate({ wasm }: BackendWasm): Kernels {
  const { memory } = (wasm as unknown as { asm: { memory: WebAssembly.Memory } }).asm;
  const bytes = Uint8Array.from(atob(BINARY), (character) => character.charCodeAt(0));
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } }).exports as unknown as Kernels;
}

/** Runs a training step; of the forward pass it gives copies if asked to. */
function train(tf: Tf, kernels: Kernels, backend: BackendWasm, inputs: VaeStepInputs, { isSeen, ...options }: VaeStepAttributes): TensorInfo[] {
  const address = ({ dataId }: TensorInfo) => backend.getMemoryOffset(dataId);
  const workspace = backend.makeOutput([workspaceOf(options.shape, options.batch).bytes / 4], 'float32');
  const operands = {
    x: address(inputs.x),
    epsilon: address(inputs.epsilon),
    parameters: address(inputs.parameters),
    first: address(inputs.first),
    second: address(inputs.second),
    workspace: address(workspace),
  };
  const step = stepOf(kernels, operands, options);
  const { batch, shape } = options;
  const half = backend.makeOutput([batch, shape.latent], 'float32');
  step.toPosterior(address(half));
  const sigma = tf.getKernel('Exp', 'wasm').kernelFunc({ inputs: { x: half }, backend, attrs: {} }) as TensorInfo;
  backend.disposeData(half.dataId);
  step.toLogits(address(sigma));
  const copy = (from: number, columns: number) => {
    const out = backend.makeOutput([batch, columns], 'float32');
    const heap = backend.typedArrayFromHeap(out);
    heap.set(new Float32Array(heap.buffer, from, heap.length));
    return out;
  };
  const seen = isSeen ? [copy(step.posterior, 2 * shape.latent), copy(address(sigma), shape.latent), copy(step.logits, shape.pixels)] : [];
  step.toParameters(address(sigma));
  backend.disposeData(sigma.dataId);
  backend.disposeData(workspace.dataId);
  return seen;
}

/**
 * Adds the VAE's training step to the kernels of tfjs's wasm backend, before that starts. Where it can't be had, the kernel takes itself off
 * the list, and whoever trains takes tfjs's kernels one by one.
 */
export function registerVaeStep(tf: Tf): void {
  if (tf.getKernel(VAE_STEP, 'wasm')) return;
  let kernels: Kernels;
  tf.registerKernel({
    kernelName: VAE_STEP,
    backendName: 'wasm',
    setupFunc: (backend) => {
      try {
        kernels = instantiate(backend as BackendWasm);
      } catch {
        tf.unregisterKernel(VAE_STEP, 'wasm');
      }
    },
    kernelFunc: ({ inputs, attrs, backend }) =>
      train(tf, kernels, backend as BackendWasm, inputs as unknown as VaeStepInputs, attrs as unknown as VaeStepAttributes),
  } satisfies KernelConfig);
}
