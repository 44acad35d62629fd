import type { Tensor1D } from '@tensorflow/tfjs-core';
import type { Tf } from './network';

const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;

/** The parameter vector with its two running sums, which are the moments of Kingma & Ba before the factors 1 - beta. */
export type AdamState = {
  readonly parameters: Tensor1D;
  readonly first: Tensor1D;
  readonly second: Tensor1D;
  /** beta_1 to the power of the steps taken */
  readonly decay1: number;
  /** beta_2 to the power of the steps taken */
  readonly decay2: number;
};

export function adamStart(tf: Tf, parameters: Float32Array): AdamState {
  return {
    parameters: tf.tensor1d(parameters),
    first: tf.zeros([parameters.length]),
    second: tf.zeros([parameters.length]),
    decay1: 1,
    decay2: 1,
  };
}

/**
 * One step of Adam (Kingma & Ba 2015, Algorithm 1) on all parameters as one vector: tfjs's own optimiser takes each weight in turn and
 * issues eight times as many kernels. All constant factors are folded into the step size.
 */
export function adamStep(tf: Tf, state: AdamState, gradient: Tensor1D, learningRate: number): AdamState {
  const decay1 = state.decay1 * BETA_1;
  const decay2 = state.decay2 * BETA_2;
  const firstFactor = (1 - BETA_1) / (1 - decay1);
  const secondFactor = Math.sqrt((1 - BETA_2) / (1 - decay2));
  const first = tf.add(tf.mul(state.first, BETA_1), gradient) as Tensor1D;
  const second = tf.add(tf.mul(state.second, BETA_2), tf.square(gradient)) as Tensor1D;
  const direction = tf.div(first, tf.add(tf.sqrt(second), EPSILON / secondFactor));
  const parameters = tf.sub(state.parameters, tf.mul(direction, (learningRate * firstFactor) / secondFactor)) as Tensor1D;
  return { parameters, first, second, decay1, decay2 };
}

export function adamDispose({ parameters, first, second }: AdamState): void {
  parameters.dispose();
  first.dispose();
  second.dispose();
}
