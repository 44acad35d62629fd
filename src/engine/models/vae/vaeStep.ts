import type { NamedTensorMap, Tensor } from '@tensorflow/tfjs-core';
import type { Rates } from './adam';
import type { Shape } from './network';

/** The name of the kernel that does a whole training step. Our own: only the wasm backend has it, where WebAssembly has SIMD. */
export const VAE_STEP = 'MadLabVaeStep';

/** x [batch, d], epsilon [batch, k], and the vectors of parameters and of Adam's two sums, which change in place. */
export type VaeStepInputs = NamedTensorMap & Readonly<Record<'x' | 'epsilon' | 'parameters' | 'first' | 'second', Tensor>>;

export interface VaeStepAttributes {
  readonly shape: Shape;
  readonly batch: number;
  /** weight of the KL term */
  readonly beta: number;
  readonly rates: Rates;
  /** whether the kernel gives posterior [batch, 2 k], sigma [batch, k] and logits [batch, d] of before the step; otherwise nothing */
  readonly isSeen: boolean;
}
