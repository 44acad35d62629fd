import type { Host } from '../../contracts';
import { EngineError } from '../../errors';
import { ln } from '../../math/ln';
import { finish, finishAsync } from '../../math/steps';
import { emFloat64 } from './emFloat64';
import { emTensor } from './emTensor';
import { type CovarianceStructure, type EmTask, exactly, type Mixture } from './mixture';
import { intoUnits, outOfUnits, standardise } from './standardise';

export type { CovarianceStructure } from './mixture';

/** EM from a given start, in the points' own units. */
export interface FixedEmTask {
  /** [count, dim], dim >= 1 that of `start` */
  readonly values: Float64Array;
  readonly count: number;
  /** with full matrices whatever the structure; positive definite */
  readonly start: Mixture;
  readonly structure: CovarianceStructure;
  /** absolute, added to the diagonal in every M step as scikit-learn's reg_covar */
  readonly floor: number;
  /** at least 1 */
  readonly iterations: number;
  readonly path: 'float64' | 'tfjs';
}

export interface FixedEmFit {
  readonly mixture: Mixture;
  /** mean_n log p(x_n) under `mixture`, nats */
  readonly meanLogLikelihood: number;
}

/**
 * Exactly `iterations` iterations of EM with scikit-learn's formulas, on the engine's float64 path or on the host's tfjs.
 * Rejects with `not-finite` where a covariance became singular, which a positive floor keeps from happening, or numbers left float64's range.
 */
export async function fitFixed(task: FixedEmTask, host: Host): Promise<FixedEmFit> {
  const { count, start, structure, floor, iterations } = task;
  const { dim } = start;
  const standardised = finish(standardise({ values: task.values, count, dim }, floor));
  const { scale } = standardised;
  const inUnits: EmTask = { values: standardised.values, count, start: intoUnits(start, standardised), structure, floor: floor / (scale * scale) };
  const stop = exactly(iterations);
  const { mixture, meanLogLikelihood } =
    task.path === 'float64' ? finish(emFloat64(inUnits, stop)) : (await finishAsync(emTensor([inUnits], await host.tensors(), stop)))[0];
  const fit = { mixture: outOfUnits(mixture, standardised), meanLogLikelihood: meanLogLikelihood - dim * ln(scale) };
  const { weights, means, covariances } = fit.mixture;
  if (![[fit.meanLogLikelihood], weights, means, covariances].every((numbers) => numbers.every(Number.isFinite))) {
    throw new EngineError(
      'not-finite',
      `The mixture is not finite after ${iterations} iterations: a component lost its variance in some direction. Raise the covariance floor (${floor}).`,
    );
  }
  return fit;
}
