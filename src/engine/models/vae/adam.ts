import type { Rank, Tensor1D } from '@tensorflow/tfjs-core';
import type { Blocks, Tf } from './network';

export const BETA_1 = 0.9;
export const BETA_2 = 0.999;
const EPSILON = 1e-8;

/** The parameters, in blocks, with their two running sums, which are the moments of Kingma & Ba before the factors 1 - beta. */
export type AdamState = {
  readonly parameters: Blocks<Tensor1D>;
  readonly first: Blocks<Tensor1D>;
  readonly second: Blocks<Tensor1D>;
  /** beta_1 to the power of the steps taken */
  readonly decay1: number;
  /** beta_2 to the power of the steps taken */
  readonly decay2: number;
};

const each = <From, To>([a, b, c]: Blocks<From>, map: (block: From, at: 0 | 1 | 2) => To): Blocks<To> => [map(a, 0), map(b, 1), map(c, 2)];

export function adamStart(tf: Tf, parameters: Blocks<Float32Array>): AdamState {
  const zeros = () => each(parameters, ({ length }) => tf.zeros<Rank.R1>([length]));
  return { parameters: each(parameters, (block) => tf.tensor1d(block)), first: zeros(), second: zeros(), decay1: 1, decay2: 1 };
}

/** What a step divides and multiplies by, the decays included: all constant factors are folded into the step size. */
export interface Rates {
  readonly epsilon: number;
  readonly stepSize: number;
}

/** The rates of the step that takes the decays to these. */
export function ratesOf({ decay1, decay2 }: Pick<AdamState, 'decay1' | 'decay2'>, learningRate: number): Rates {
  const firstFactor = (1 - BETA_1) / (1 - decay1);
  const secondFactor = Math.sqrt((1 - BETA_2) / (1 - decay2));
  return { epsilon: EPSILON / secondFactor, stepSize: (learningRate * firstFactor) / secondFactor };
}

/** The decays after one more step. */
export const decayed = ({ decay1, decay2 }: Pick<AdamState, 'decay1' | 'decay2'>) => ({ decay1: decay1 * BETA_1, decay2: decay2 * BETA_2 });

/**
 * One step of Adam (Kingma & Ba 2015, Algorithm 1) on whole blocks: tfjs's own optimiser takes each weight in turn and issues three
 * times as many kernels.
 */
export function adamStep(tf: Tf, state: AdamState, gradient: Blocks<Tensor1D>, learningRate: number): AdamState {
  const decays = decayed(state);
  const { epsilon, stepSize } = ratesOf(decays, learningRate);
  const first = each(gradient, (block, at) => tf.add(tf.mul(state.first[at], BETA_1), block) as Tensor1D);
  const second = each(gradient, (block, at) => tf.add(tf.mul(state.second[at], BETA_2), tf.square(block)) as Tensor1D);
  const parameters = each(state.parameters, (block, at) => {
    const direction = tf.div(first[at], tf.add(tf.sqrt(second[at]), epsilon));
    return tf.sub(block, tf.mul(direction, stepSize)) as Tensor1D;
  });
  return { parameters, first, second, ...decays };
}

export function adamDispose({ parameters, first, second }: AdamState): void {
  for (const block of [...parameters, ...first, ...second]) block.dispose();
}
