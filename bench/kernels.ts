/** The engine's kernels over plain arrays, for measuring them and for comparing them with their peers. */
import { blocksOf } from '../src/engine/blocks';
import type { Cloud, Host, Rng, Samples } from '../src/engine/contracts';
import { digits } from '../src/engine/datasets/images';
import { parseExperiment } from '../src/engine/experimentText';
import { type BallCounts, countInBalls, squaredRadii } from '../src/engine/math/neighbours';
import { finish, finishAsync } from '../src/engine/math/steps';
import { gaussianMixture } from '../src/engine/models/gaussianMixture';
import { emFloat64 } from '../src/engine/models/gaussianMixture/emFloat64';
import { exactly, type Mixture } from '../src/engine/models/gaussianMixture/mixture';
import { fitVae, type VaeParameters } from '../src/engine/models/vae/fit';
import { createRng } from '../src/engine/rng';
import { run } from '../src/engine/run';
import { blockSize } from '../src/headless/blocks';
import { createNodeHost } from '../src/headless/nodeHost';

const inNode: Host = {
  rung: 'cpu',
  tensors: () => Promise.reject(new Error('float64 needs no tensors')),
  load: () => Promise.reject(new Error('points need no files')),
};

function cloudOf(points: readonly number[][]): Cloud {
  const [count, dim] = [points.length, points[0].length];
  const values = new Float64Array(count * dim);
  for (let i = 0; i < count; i++) for (let a = 0; a < dim; a++) values[i * dim + a] = points[i][a];
  return { count, dim, values };
}

export interface MixtureFit {
  readonly mixture: Mixture;
  readonly iterations: number;
  /** mean log-likelihood, nats */
  readonly objective: number | null;
}

/** The mixture's whole fit: shift and scale, seeds, Lloyd's rounds, EM to its end. */
export async function mixtureFit(points: readonly number[][], components: number, seed: number): Promise<MixtureFit> {
  const samples = { kind: 'points', ...cloudOf(points) } as const;
  const { experiment } = parseExperiment({ model: 'gaussian-mixture', components });
  const jobs = [{ training: samples, initial: samples, rng: createRng(seed) }];
  const [{ parameters, report }] = await finishAsync(gaussianMixture.fit(jobs, experiment, inNode));
  return { mixture: parameters, iterations: report.iterations, objective: 'value' in report.objective ? report.objective.value : null };
}

/** A mixture in plain arrays: weights [K], means [K][dim], covariances [K][dim][dim]. */
export interface PlainMixture {
  readonly weights: readonly number[];
  readonly means: readonly number[][];
  readonly covariances: readonly number[][][];
}

/** So many iterations of EM from a start, full covariances, with scikit-learn's default floor. */
export function emSteps(points: readonly number[][], { weights, means, covariances }: PlainMixture, iterations: number): Mixture {
  const { values, count, dim } = cloudOf(points);
  const start: Mixture = {
    dim,
    weights: Float64Array.from(weights),
    means: Float64Array.from(means.flat()),
    covariances: Float64Array.from(covariances.flat(2)),
  };
  return finish(emFloat64({ values, count, start, structure: 'full', floor: 1e-6 }, exactly(iterations))).mixture;
}

export interface Neighbours {
  /** generated points in the balls of the real ones: precision, density, coverage */
  readonly ofReal: BallCounts;
  /** the other way round: recall */
  readonly ofSynthetic: BallCounts;
}

/** What precision, recall, density and coverage count. */
export function neighbours(real: readonly number[][], synthetic: readonly number[][], k: number): Neighbours {
  const [x, y] = [cloudOf(real), cloudOf(synthetic)];
  const ballsOf = (centres: Cloud, points: Cloud) => finish(countInBalls(centres, finish(squaredRadii(centres, k)), points));
  return { ofReal: ballsOf(x, y), ofSynthetic: ballsOf(y, x) };
}

export interface GaussianLoop {
  readonly initialReal: number;
  readonly synthetic: number;
  readonly generations: number;
  readonly replicates: number;
}

/** The fully synthetic loop of a Gaussian in the plane, without scores, in the blocks of `simulate`; the mean over replicates of tr Sigma_t / 2 in the last generation. */
export async function gaussianLoop(loop: GaussianLoop, seed: number): Promise<number> {
  const { experiment } = parseExperiment(
    { model: 'gaussian', dataset: 'gaussian', loop: 'fully-synthetic', scores: 'none', seed, ...loop },
    'headless',
  );
  let sum = 0;
  for (const replicates of blocksOf(loop.replicates, blockSize(experiment))) {
    for await (const event of run(experiment, inNode, { replicates })) {
      if (event.type !== 'generation' || event.generation < loop.generations) continue;
      for (const { truth } of event.lanes) sum += truth.traceOverDim ?? 0;
    }
  }
  return sum / loop.replicates;
}

/** `count` points of a ring of eight Gaussians, [count][2]. */
export function ringPoints(count: number, seed: number): number[][] {
  const rng = createRng(seed);
  return Array.from({ length: count }, () => {
    const angle = (rng.integer(8) * Math.PI) / 4;
    return [2 * Math.cos(angle) + 0.2 * rng.normal(), 2 * Math.sin(angle) + 0.2 * rng.normal()];
  });
}

/** `count` points of N(0, I), [count][dim]. */
export function normalPoints(count: number, dim: number, seed: number): number[][] {
  const rng: Rng = createRng(seed);
  return Array.from({ length: count }, () => Array.from({ length: dim }, () => rng.normal()));
}

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
  const fit = fitVae(await withTensors.tensors(), { training: await thousandDigits(side), rng: createRng(seed) }, recipe, progress);
  return (await finishAsync(fit)).parameters;
}
