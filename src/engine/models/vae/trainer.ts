import type { NamedAttrMap, Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { adamDispose, adamStart, adamStep, type Decays, decayed, ratesOf } from './adam';
import { evidenceLowerBound, forward, gradient, type Shape, type Tf, unpack } from './network';
import { VAE_STEP, type VaeStepAttributes, type VaeStepInputs } from './vaeStep';

interface Batch {
  /** [batch, d] */
  readonly x: Float32Array;
  /** [batch, k] */
  readonly epsilon: Float32Array;
}

/** What a network is while it learns. */
export interface Trainer {
  /** the vector of parameters by now; the next step may free it */
  parameters(): Tensor1D;
  /** One optimiser step; if measured, the ELBO of the batch before it, for the caller to free. */
  step(batch: Batch, isMeasured: boolean): Scalar | undefined;
  dispose(): void;
}

export interface Training {
  readonly batch: number;
  readonly beta: number;
  readonly learningRate: number;
}

/** Starts from the vector of `initialParameters`, on the kernel that does a whole step where the backend has it. */
export function trainerOf(tf: Tf, start: Float32Array, shape: Shape, training: Training): Trainer {
  const create = tf.getKernel(VAE_STEP, tf.getBackend()) ? wholeSteps : singleKernels;
  return create(tf, start, shape, training);
}

/** tfjs's own kernels, one by one. */
export function singleKernels(tf: Tf, start: Float32Array, shape: Shape, { batch, beta, learningRate }: Training): Trainer {
  let state = adamStart(tf, start);
  return {
    parameters: () => state.parameters,
    step({ x, epsilon }, isMeasured) {
      const next = tf.tidy(() => {
        const network = unpack(tf, state.parameters, shape);
        const pass = forward(tf, network, tf.tensor2d(x, [batch, shape.pixels]), tf.tensor2d(epsilon, [batch, shape.latent]));
        const elbo = isMeasured ? evidenceLowerBound(tf, pass) : undefined;
        return { state: adamStep(tf, state, gradient(tf, network, pass, beta), learningRate), elbo };
      });
      adamDispose(state);
      state = next.state;
      return next.elbo;
    },
    dispose: () => adamDispose(state),
  };
}

/** The same numbers, bit for bit, of one kernel of our own. */
function wholeSteps(tf: Tf, start: Float32Array, shape: Shape, { batch, beta, learningRate }: Training): Trainer {
  const state = adamStart(tf, start);
  const { parameters, first, second } = state;
  let decays: Decays = state;
  return {
    parameters: () => parameters,
    step(given, isMeasured) {
      decays = decayed(decays);
      const attributes: VaeStepAttributes = { shape, batch, beta, rates: ratesOf(decays, learningRate), isSeen: isMeasured };
      return tf.tidy(() => {
        const x = tf.tensor2d(given.x, [batch, shape.pixels]);
        const inputs: VaeStepInputs = { parameters, first, second, x, epsilon: tf.tensor2d(given.epsilon, [batch, shape.latent]) };
        const seen = tf.engine().runKernel(VAE_STEP, inputs, attributes as unknown as NamedAttrMap) as Tensor[] as Tensor2D[];
        if (!isMeasured) return undefined;
        const [posterior, sigma, logits] = seen;
        const [mu, logVariance] = tf.split(posterior, 2, 1) as [Tensor2D, Tensor2D];
        return evidenceLowerBound(tf, { x, mu, logVariance, sigma, logits });
      });
    },
    dispose: () => adamDispose(state),
  };
}
