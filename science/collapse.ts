import type { Samples, TensorBackend } from '../src/engine/contracts';
import { covarianceOf, meanOf } from '../src/engine/math/moments';
import { finish, finishAsync } from '../src/engine/math/steps';
import { symmetricEigenvalues } from '../src/engine/math/symmetricEigen';
import { drawMixture } from '../src/engine/models/gaussianMixture';
import { emFloat64 } from '../src/engine/models/gaussianMixture/emFloat64';
import { emTensor } from '../src/engine/models/gaussianMixture/emTensor';
import { exactly, type Mixture } from '../src/engine/models/gaussianMixture/mixture';
import { meanVariance, outOfUnits, type StandardisedTask, standardisedTask } from '../src/engine/models/gaussianMixture/standardise';
import { createRng } from '../src/engine/rng';
import { larger } from '../test/fixtures/mixtureCases';

export const GENERATIONS = 300;
/** Both paths are compared down to this share of the initial variance, with the floor far below it. */
export const LEAST_SHARE = 1e-12;
const FLOOR_SHARE = 1e-15;
/** The largest difference of the paths' log eigenvalues, above that share and below it: there a path that had stopped falling would be off by more and more. */
export const LOGARITHM = 1e-3;
export const LOGARITHM_BELOW = 0.1;
/** The same number on both paths: a rule that stops by a gain of 1e-5 nats may stop float32 ten iterations earlier or later. */
const ITERATIONS = exactly(20);

/** A fully synthetic loop small enough to collapse below LEAST_SHARE within GENERATIONS. */
export interface CollapseSetting {
  readonly name: string;
  readonly dim: number;
  readonly components: number;
  readonly synthetic: number;
}

export const collapseSettings: readonly CollapseSetting[] = [
  { name: 'one component, d = 1, n_s = 12', dim: 1, components: 1, synthetic: 12 },
  { name: 'one component, d = 2, n_s = 20', dim: 2, components: 1, synthetic: 20 },
  { name: 'one component, d = 3, n_s = 30', dim: 3, components: 1, synthetic: 30 },
  { name: 'three components, d = 2, n_s = 40', dim: 2, components: 3, synthetic: 40 },
  { name: 'eight components, d = 2, n_s = 200', dim: 2, components: 8, synthetic: 200 },
];

/** What the float64 run met: D_t of every generation, with the start of its fit, and the fit in the units of the data. */
export interface Collapse {
  readonly initialVariance: number;
  readonly tasks: readonly StandardisedTask[];
  readonly fits: readonly Mixture[];
}

/** Modes 6 sigma apart along the first axis, a model for each; from then on every D_t is drawn from the float64 fit before it. */
export function collapse({ dim, components, synthetic }: CollapseSetting): Collapse {
  const rng = createRng(1);
  const values = Float64Array.from({ length: synthetic * dim }, (_, at) => rng.normal() + (at % dim === 0 ? 6 * ((at / dim) % components) : 0));
  const initialVariance = meanVariance(covarianceOf(values, synthetic, dim, meanOf(values, synthetic, dim), synthetic), dim);
  let training: Samples = { kind: 'points', count: synthetic, dim, values };
  const tasks: StandardisedTask[] = [];
  const fits: Mixture[] = [];
  for (let t = 1; t <= GENERATIONS; t++) {
    const task = finish(standardisedTask(training, components, FLOOR_SHARE * initialVariance, rng.fork('fit', t)));
    const parameters = outOfUnits(finish(emFloat64(task, ITERATIONS)).mixture, task);
    tasks.push(task);
    fits.push(parameters);
    training = drawMixture(parameters, synthetic, 1, rng.fork('sample', t));
  }
  return { initialVariance, tasks, fits };
}

export interface CollapseDeviation {
  /** eigenvalues above LEAST_SHARE and their largest difference of logarithms */
  readonly compared: number;
  readonly worst: number;
  /** the same below it, where the floor is part of the variance: what a plateau would show */
  readonly comparedBelow: number;
  readonly worstBelow: number;
  /** the lowest eigenvalue of the float64 run, as a share of the initial variance */
  readonly lowestShare: number;
}

/** tfjs fits every D_t of the float64 run from the same start: its eigenvalues beside those of the float64 fits. */
export async function collapseDeviation({ initialVariance, tasks, fits }: Collapse, backend: TensorBackend): Promise<CollapseDeviation> {
  const results = await finishAsync(emTensor(tasks, backend, ITERATIONS));
  const deviation = { compared: 0, worst: 0, comparedBelow: 0, worstBelow: 0, lowestShare: Infinity };
  for (const [at, task] of tasks.entries()) {
    const actual = eigenvaluesOf(outOfUnits(results[at].mixture, task));
    for (const [i, wanted] of eigenvaluesOf(fits[at]).entries()) {
      const difference = Math.abs(Math.log(actual[i] / wanted));
      const share = wanted / initialVariance;
      deviation.lowestShare = Math.min(deviation.lowestShare, share);
      if (share >= LEAST_SHARE) {
        deviation.compared++;
        deviation.worst = larger(deviation.worst, difference);
      } else {
        deviation.comparedBelow++;
        deviation.worstBelow = larger(deviation.worstBelow, difference);
      }
    }
  }
  return deviation;
}

function eigenvaluesOf({ dim, weights, covariances }: Mixture): number[] {
  const size = dim * dim;
  return Array.from(weights).flatMap((_, k) => Array.from(symmetricEigenvalues(covariances.subarray(k * size, (k + 1) * size), dim)));
}
