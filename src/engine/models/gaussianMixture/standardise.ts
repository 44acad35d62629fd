import type { Cloud, Rng, Samples } from '../../contracts';
import { covarianceSteps, meanSteps, weightedMomentSteps } from '../../math/moments';
import { inPortions } from '../../math/steps';
import type { EmTask, Mixture } from './mixture';
import { seedMixture } from './seeding';

/** Points of mean 0 and mean variance 1, however far they have collapsed, with the shift [dim] and scale that made them: x = shift + scale * value. */
export interface Standardised {
  readonly values: Float64Array;
  readonly shift: Float64Array;
  readonly scale: number;
}

/** tr C / dim. */
export function meanVariance(covariance: Float64Array, dim: number): number {
  let trace = 0;
  for (let i = 0; i < dim; i++) trace += covariance[i * dim + i];
  return trace / dim;
}

/**
 * Shifts points [count, dim] to mean 0 and scales all axes alike to mean variance 1, both with `weight` [count], sum 1, where there is one.
 * Points that vary less than `floor` are scaled by its root: a set of identical points has no scale of its own, and neither has one that varies
 * by 0 with a floor of 0, which stays as it is. In steps.
 */
export function* standardise(points: Cloud | Samples, floor: number, weight: Float64Array | null = null): Generator<void, Standardised> {
  const { values: given, count, dim } = points;
  const { mean: shift, covariance } = weight ? yield* weightedMomentSteps(points, weight, false) : yield* momentSteps(points);
  const variance = meanVariance(covariance, dim);
  const scale = Math.sqrt(Math.max(variance, floor)) || 1;
  const values = new Float64Array(count * dim);
  yield* inPortions(count, 20 * dim, (from, to) => {
    for (let n = from; n < to; n++) {
      for (let axis = 0; axis < dim; axis++) values[n * dim + axis] = (given[n * dim + axis] - shift[axis]) / scale;
    }
  });
  return { values, shift, scale };
}

function* momentSteps({ values, count, dim }: Cloud | Samples) {
  const mean = yield* meanSteps(values, count, dim);
  return { mean, covariance: yield* covarianceSteps(values, count, dim, mean, count) };
}

/** A mixture in the units of the standardised points. */
export function intoUnits({ dim, weights, means, covariances }: Mixture, { shift, scale }: Standardised): Mixture {
  return {
    dim,
    weights,
    means: means.map((value, i) => (value - shift[i % dim]) / scale),
    covariances: covariances.map((value) => value / (scale * scale)),
  };
}

/** A mixture back in the units of the points themselves. */
export function outOfUnits({ dim, weights, means, covariances }: Mixture, { shift, scale }: Standardised): Mixture {
  return {
    dim,
    weights,
    means: means.map((value, i) => value * scale + shift[i % dim]),
    covariances: covariances.map((value) => value * scale * scale),
  };
}

/** A task in the units of its points, with a start of its own: everything that a fit needs, and the way back. */
export type StandardisedTask = EmTask & Standardised;

/** Full covariances, the model's own start; `floor` is in the units of `training`. Yields where that takes long. */
export function* standardisedTask(
  training: Samples,
  components: number,
  floor: number,
  rng: Rng,
  weight: Float64Array | null = null,
): Generator<void, StandardisedTask> {
  const { count, dim } = training;
  const times = weight?.map((share) => share * count) ?? null;
  const standardised = yield* standardise(training, floor, weight);
  const scaledFloor = floor / (standardised.scale * standardised.scale);
  const start = yield* seedMixture({ values: standardised.values, count, dim, times }, components, scaledFloor, rng);
  return { ...standardised, count, times, start, structure: 'full', floor: scaledFloor };
}
