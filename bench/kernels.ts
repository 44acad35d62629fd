/** The engine's kernels over plain arrays, for measuring them and for comparing them with their peers. */
import type { Samples } from '../src/engine/contracts';
import { digits } from '../src/engine/datasets/digits';
import { parseExperiment } from '../src/engine/experimentText';
import { finishAsync } from '../src/engine/math/steps';
import { fitVae, type VaeParameters } from '../src/engine/models/vae/fit';
import { createRng } from '../src/engine/rng';
import { createNodeHost } from '../src/headless/nodeHost';

const withTensors = createNodeHost('wasm');
const digitsOf = new Map<number, Promise<Samples>>();

/** The first 1,000 digits, read once. */
function thousandDigits(side: number): Promise<Samples> {
  const { experiment } = parseExperiment({ model: 'vae', resolution: side });
  const read = digitsOf.get(side) ?? digits.open(experiment, createRng(1), withTensors).initial(1000);
  digitsOf.set(side, read);
  return read;
}

/** So many optimiser steps of the VAE on wasm, from new weights, at the engine's learning rate and its default beta. */
export async function vaeSteps(side: number, units: number, latent: number, batch: number, steps: number, seed: number): Promise<VaeParameters> {
  const recipe = { units, latent, batch, steps, beta: 0.5, learningRate: 4e-3 };
  const progress = (done: number) => ({ phase: 'fit', done, total: steps }) as const;
  const fit = fitVae(await withTensors.tensors(), await thousandDigits(side), createRng(seed), recipe, progress);
  return (await finishAsync(fit)).parameters;
}
