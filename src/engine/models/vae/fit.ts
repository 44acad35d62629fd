import type { Scalar, Tensor1D } from '@tensorflow/tfjs-core';
import type { Fitted, Glimpse, Progress, Rng, Rung, Samples, TensorBackend } from '../../contracts';
import { EngineError } from '../../errors';
import { glimpse, type Onlooker } from './glimpse';
import { initialParameters, type Shape } from './network';
import { batchRows } from './order';
import { trainerOf } from './trainer';

/** A fitted VAE, off the device: its shape and the vector of `initialParameters`. */
export interface VaeParameters extends Shape {
  readonly values: Float32Array;
}

/** What one VAE learns from. */
export interface VaeTask {
  readonly training: Samples;
  /** [count], sum 1; none where all samples count the same */
  readonly weight?: Float64Array | null;
  readonly rng: Rng;
  /** the model that it starts from, of the recipe's shape; none: it starts anew */
  readonly before?: VaeParameters | undefined;
}

export interface Recipe {
  readonly units: number;
  readonly latent: number;
  /** weight of the KL term */
  readonly beta: number;
  readonly steps: number;
  readonly batch: number;
  readonly learningRate: number;
}

/**
 * Steps between two reads, which keep the device's queue short, and between two words of progress, which let a cancel land: 2-30 ms of
 * work without a GPU (a step takes 0.5-7 ms on wasm, 20-300 ms on cpu). On WebGL a read costs 4 ms or more of waiting.
 */
const STEPS_PER_READ: Record<Rung, number> = { webgl: 4, wasm: 4, cpu: 1 };

/** The reported ELBO is the mean over so many last steps. */
const REPORTED_STEPS = 16;

/** Fills `out` [rows, dim] with samples. */
function gather({ dim, values }: Samples, rows: Uint32Array, out: Float32Array): void {
  for (let i = 0; i < rows.length; i++) out.set(values.subarray(rows[i] * dim, (rows[i] + 1) * dim), i * dim);
}

/** Waits until the device has done the step. */
async function settle({ tf, read }: TensorBackend, parameters: Tensor1D): Promise<void> {
  const probe = tf.slice(parameters, 0, 1);
  try {
    await read(probe);
  } finally {
    probe.dispose();
  }
}

/**
 * Trains one VAE for `recipe.steps` optimiser steps; Adam's sums start anew in any case. Yields what `progress` makes of the number of finished
 * steps, with what an onlooker sees. All randomness is the stream's: weights, order and noise. Ended early, or failing, it leaves no tensor behind. Parameters that are not finite are an error, never a result.
 */
export async function* fitVae(
  backend: TensorBackend,
  { training, weight = null, rng, before }: VaeTask,
  recipe: Recipe,
  progress: (steps: number, seen?: Omit<Glimpse, 'job'>) => Progress,
  onlooker: Onlooker | null = null,
): AsyncGenerator<Progress, Fitted<VaeParameters>> {
  const { tf, read, rung } = backend;
  const shape: Shape = { pixels: training.dim, units: recipe.units, latent: recipe.latent };
  const rows = batchRows(training.count, weight, recipe.batch, rng.fork('order'));
  const noise = rng.fork('noise');
  const elbos: Scalar[] = [];
  const x = new Float32Array(recipe.batch * shape.pixels);
  const normals = new Float64Array(recipe.batch * shape.latent);
  const epsilon = new Float32Array(normals.length);
  const trainer = trainerOf(tf, before?.values ?? initialParameters(shape, rng.fork('weights')), shape, recipe);
  try {
    for (let step = 1; step <= recipe.steps; step++) {
      noise.normals(normals);
      epsilon.set(normals);
      const isReported = step > recipe.steps - REPORTED_STEPS;
      const isRead = step % STEPS_PER_READ[rung] === 0 && step < recipe.steps;
      const isSeen = isRead && onlooker?.wants() === true;
      gather(training, rows.next().value, x);
      const elbo = trainer.step({ x, epsilon }, isReported || isSeen);
      if (elbo && isReported) elbos.push(elbo);
      try {
        // on wasm a step is done when it returns
        if (isRead && rung !== 'wasm') await settle(backend, trainer.parameters());
        if (isRead) yield progress(step, isSeen && elbo ? await glimpse(backend, trainer.parameters(), shape, onlooker.z, elbo) : undefined);
      } finally {
        if (!isReported) elbo?.dispose();
      }
    }
    const values = await read(trainer.parameters());
    if (!values.every(Number.isFinite)) {
      throw new EngineError(
        'not-finite',
        `The VAE's weights left the range of numbers within ${recipe.steps} steps. Choose the wasm backend or fewer steps.`,
      );
    }
    const measured = await Promise.all(elbos.map(read));
    yield progress(recipe.steps);
    return {
      parameters: { ...shape, values },
      report: {
        iterations: recipe.steps,
        objective: { value: measured.reduce((sum, [elbo]) => sum + elbo, 0) / measured.length },
        converged: true,
        floorReached: false,
      },
    };
  } finally {
    trainer.dispose();
    for (const elbo of elbos) elbo.dispose();
  }
}
