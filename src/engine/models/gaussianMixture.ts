import type { Component, FitJob, Fitted, GenerativeModel, Rng, Samples } from '../contracts';
import type { Experiment } from '../experiment';
import { ln } from '../math/ln';
import { covarianceOf, meanOf } from '../math/moments';
import { paused } from '../math/steps';
import { symmetricEigenvalues } from '../math/symmetricEigen';
import { RECIPE_KEYS } from '../recipe';
import { mixtureTheory } from '../theory/mixture';
import { emFloat64 } from './gaussianMixture/emFloat64';
import { emTensor } from './gaussianMixture/emTensor';
import { FLOOR_SHARE } from './gaussianMixture/floor';
import { componentFactors, EM_STOP, type EmResult, type Mixture } from './gaussianMixture/mixture';
import { meanVariance, outOfUnits, type StandardisedTask, standardisedTask } from './gaussianMixture/standardise';
import { ABOUT } from './gaussianMixture.about';

/** A full-covariance Gaussian mixture fitted by EM: on tfjs, batched over lanes, where there is WebGL; in float64 lane by lane elsewhere, where that is faster and exact. */
export const gaussianMixture: GenerativeModel<Mixture> = {
  ...ABOUT,

  bytes({ dim, components }, training) {
    // responsibilities, and in the start the assignment beside them
    return { model: 8 * components * (1 + dim + dim * dim), fit: 16 * components * training };
  },

  async *fit(jobs, experiment, host) {
    const total = jobs.length * EM_STOP.limit;
    const tasks: StandardisedTask[] = [];
    for (const job of jobs) {
      tasks.push(yield* paused(prepare(job, experiment), { phase: 'fit', done: 0, total } as const));
      yield { phase: 'fit', done: 0, total };
    }
    const results: EmResult[] = [];
    if (host.rung === 'webgl') {
      results.push(...(yield* emTensor(tasks, await host.tensors())));
    } else {
      for (const task of tasks) {
        const em = emFloat64(task);
        for (let step = em.next(); ; step = em.next()) {
          if (step.done) {
            results.push(step.value);
            break;
          }
          yield { phase: 'fit', done: results.length * EM_STOP.limit + step.value, total };
        }
        yield { phase: 'fit', done: results.length * EM_STOP.limit, total };
      }
    }
    return results.map((result, lane) => restore(result, tasks[lane]));
  },

  async sample(jobs) {
    return jobs.map(({ parameters, count, bias, rng }) => drawMixture(parameters, count, bias, rng));
  },

  theory: { accountsFor: RECIPE_KEYS, laws: mixtureTheory },

  components: ({ dim, weights, means, covariances }): readonly Component[] =>
    Array.from(weights, (weight, k) => ({
      weight,
      mean: means.subarray(k * dim, (k + 1) * dim),
      covariance: covariances.subarray(k * dim * dim, (k + 1) * dim * dim),
    })),
};

function* prepare({ training, weight, initial, rng }: FitJob, { components }: Experiment): Generator<void, StandardisedTask> {
  const { values, count, dim } = initial;
  const variance = meanVariance(covarianceOf(values, count, dim, meanOf(values, count, dim), count), dim);
  return yield* standardisedTask(training, components, FLOOR_SHARE * variance, rng, weight);
}

function restore({ mixture, iterations, meanLogLikelihood, converged }: EmResult, task: StandardisedTask): Fitted<Mixture> {
  return {
    parameters: outOfUnits(mixture, task),
    report: {
      iterations,
      objective: { value: meanLogLikelihood - mixture.dim * ln(task.scale) },
      converged,
      floorReached: floorHolds(mixture, task),
    },
  };
}

/**
 * Whether some component's smallest variance is where the floor keeps it: fitting n_k points takes a share 1/n_k of a variance away, so that
 * below n_k floors the floor gives back more than that, and a loop that collapses stops there. (Half of it is the floor's at two floors.)
 * n_k is the component's share of the effective number of points.
 */
function floorHolds({ dim, weights, covariances }: Mixture, { count, times, floor }: StandardisedTask): boolean {
  const size = dim * dim;
  const effective = times ? effectiveCount(times) : count;
  return weights.some((weight, k) => {
    const [smallest] = symmetricEigenvalues(covariances.subarray(k * size, (k + 1) * size), dim);
    return smallest < Math.max(2, weight * effective) * floor;
  });
}

/** So many points that all count the same take as large a share from a variance that is fitted to them (Kish): (sum t)^2 / sum t^2. */
function effectiveCount(times: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const counts of times) {
    sum += counts;
    squares += counts * counts;
  }
  return (sum * sum) / squares;
}

/** `count` draws of the mixture with every covariance multiplied by `bias`. */
export function drawMixture(mixture: Mixture, count: number, bias: number, rng: Rng): Samples {
  const { dim, weights, means } = mixture;
  const factors = componentFactors(mixture);
  const spread = Math.sqrt(bias);
  const values = new Float64Array(count * dim);
  const z = new Float64Array(dim);
  for (let n = 0; n < count; n++) {
    const u = rng.uniform();
    let k = 0;
    for (let sum = weights[0]; k < weights.length - 1 && u >= sum; sum += weights[k]) k++;
    for (let i = 0; i < dim; i++) z[i] = spread * rng.normal();
    for (let i = 0; i < dim; i++) {
      let value = means[k * dim + i];
      for (let j = 0; j <= i; j++) value += factors[(k * dim + i) * dim + j] * z[j];
      values[n * dim + i] = value;
    }
  }
  return { kind: 'points', count, dim, values };
}
