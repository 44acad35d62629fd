import type { Rank, Tensor1D } from '@tensorflow/tfjs-core';
import type { Tf } from './network';

export const BETA_1 = 0.9;
export const BETA_2 = 0.999;
const EPSILON = 1e-8;

/** The vector of parameters with its two running sums, which are the moments of Kingma & Ba before the factors 1 - beta. */
export type AdamState = Decays & {
  readonly parameters: Tensor1D;
  readonly first: Tensor1D;
  readonly second: Tensor1D;
};

/** beta_1 and beta_2 to the power of the steps taken. */
export type Decays = {
  readonly decay1: number;
  readonly decay2: number;
};

export function adamStart(tf: Tf, parameters: Float32Array): AdamState {
  const zeros = () => tf.zeros<Rank.R1>([parameters.length]);
  return { parameters: tf.tensor1d(parameters), first: zeros(), second: zeros(), decay1: 1, decay2: 1 };
}

/** What a step divides and multiplies by, the decays included: all constant factors are folded into the step size. */
export interface Rates {
  readonly epsilon: number;
  readonly stepSize: number;
}

/** The decays after one more step. */
export const decayed = ({ decay1, decay2 }: Decays): Decays => ({ decay1: decay1 * BETA_1, decay2: decay2 * BETA_2 });

/** The rates of the step that leads to these decays. */
export function ratesOf({ decay1, decay2 }: Decays, learningRate: number): Rates {
  const firstFactor = (1 - BETA_1) / (1 - decay1);
  const secondFactor = Math.sqrt((1 - BETA_2) / (1 - decay2));
  return { epsilon: EPSILON / secondFactor, stepSize: (learningRate * firstFactor) / secondFactor };
}

/**
 * One step of Adam (Kingma & Ba 2015, Algorithm 1) on the whole vector: tfjs's own optimiser takes each weight in turn and issues many
 * times the kernels.
 */
export function adamStep(tf: Tf, state: AdamState, gradient: Tensor1D, learningRate: number): AdamState {
  const decays = decayed(state);
  const { epsilon, stepSize } = ratesOf(decays, learningRate);
  const first: Tensor1D = tf.add(tf.mul(state.first, BETA_1), gradient);
  const second: Tensor1D = tf.add(tf.mul(state.second, BETA_2), tf.square(gradient));
  const direction = tf.div(first, tf.add(tf.sqrt(second), epsilon));
  return { parameters: tf.sub(state.parameters, tf.mul(direction, stepSize)), first, second, ...decays };
}

export function adamDispose({ parameters, first, second }: AdamState): void {
  for (const vector of [parameters, first, second]) vector.dispose();
}
