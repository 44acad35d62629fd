import ln from '@stdlib/math-base-special-ln';
import type { Modes, TheoryData } from '../contracts';
import type { Experiment } from '../experiment';
import { exp } from '../math/exp';
import { modelsDrawnFrom, type Recipe } from '../recipe';
import { chainLaw } from './chain';
import { type Law, NO_EXACT_FORM, NORMAL_DATA_ONLY } from './law';
import { type LoopMoments, momentLaw } from './moments';
import { inUnitsOfTruth, remembered } from './overall';

import { effectiveSampleSize, steadyState } from './steady';
import { syntheticThreshold } from './threshold';

/** Share of itself that the second-order law may be wrong by where it is told. */
const SECOND_ORDER_SHARE = 0.1;

/**
 * Theory of the Gaussian model, of the fitted model before bias (MODEL.md, theory): expected values over runs under the names and in the
 * units of `truth`, with a and m. a and m hold for any real data with a covariance; the laws of det, W2 and sigma for normal data.
 * @param data `density`: the truth, null where it is not known
 * @returns a function of the generation t = 1, 2, ...
 */
export function gaussianTheory(experiment: Experiment, recipeAt: (t: number) => Recipe, { parts, density }: TheoryData): (t: number) => Law {
  const hasFreshAlone = parts.includes('fresh') && !parts.includes('initial');
  const fit = { unbiased: experiment.covariance !== 'mle', floor: 0 };
  const moments = remembered(momentLaw(experiment.initialReal, recipeAt, fit, modelsDrawnFrom(experiment)));
  const normal = density?.count === 1 ? normalLaw(experiment.initialReal, recipeAt, density, fit.unbiased) : null;
  return (t) => {
    const now = moments(t);
    const recipe = recipeAt(Math.max(2, t));
    const steady = steadyState(experiment.initialReal, recipe, fit, now, experiment.changes.length === 0);
    return {
      a: now.a,
      m: now.m,
      ...(density ? inUnitsOfTruth(density, now, steady) : {}),
      ...(normal ? normal(t, now) : { logDet: NORMAL_DATA_ONLY, momentFrechet: NO_EXACT_FORM }),
      ...(hasFreshAlone ? { effectiveSampleSize: effectiveSampleSize(recipe) } : {}),
      ...(hasFreshAlone && density && normal ? { syntheticThreshold: syntheticThreshold(density.dim, recipe) } : {}),
    };
  };
}

/** What holds for data from N(mu_0, sigma^2 I) alone. */
function normalLaw(initial: number, recipeAt: (t: number) => Recipe, { dim, sigma }: Modes, unbiased: boolean): (t: number, now: LoopMoments) => Law {
  const chain = chainLaw(initial, recipeAt, dim, unbiased);
  const variance = sigma * sigma;
  const logVolume = dim * ln(variance);
  return (t, now) => {
    const known = chain(t);
    if (!known) {
      return { logDet: NO_EXACT_FORM, kl: NO_EXACT_FORM, w2Squared: NO_EXACT_FORM, w2SquaredApproximate: secondOrder(dim, now, variance) };
    }
    const logDet = known.logDet + logVolume;
    const isSingular = logDet === Number.NEGATIVE_INFINITY;
    const hasMean = known.precision < Infinity;
    return {
      logDet: isSingular ? 'the covariance is singular' : logDet,
      ...(dim === 1 && !isSingular ? { logVariance: logDet, traceOverDimGeometric: exp(logDet) } : {}),
      kl: hasMean
        ? (known.precision + known.squaredShift - dim + known.logDet) / 2
        : 'its mean over runs is infinite, or beyond the range of numbers',
      ...exactDistance(dim, now, known.logDeviation, variance),
    };
  };
}

/** E W2^2 along a chain: d m + d a + d - 2 E tr Sigma^(1/2), whose last part is known in one dimension, and 0 for a model that is a point. */
function exactDistance(dim: number, now: LoopMoments, logDeviation: number, variance: number): Law {
  const { a, m } = now;
  if (dim === 1) return { w2Squared: variance * (m + a + 1 - 2 * exp(logDeviation)) };
  if (a === 0) return { w2Squared: variance * dim * (m + 1) };
  return { w2Squared: NO_EXACT_FORM, w2SquaredApproximate: secondOrder(dim, now, variance) };
}

/**
 * E W2^2 ~ d m + d (sqrt a - 1)^2 + d (d + 1) v/(4 a^(3/2)): to second order in the errors of the covariance. What it leaves out was measured
 * as at most d sqrt(a) y^2/16 with y = (d + 1) v/a^2, the dimensions over the effective sample.
 */
function secondOrder(dim: number, { a, m, v }: LoopMoments, variance: number): number | string {
  if (v === null) return 'not known where samples came from several models';
  const root = Math.sqrt(a);
  const value = dim * (m + (root - 1) * (root - 1) + ((dim + 1) * v) / (4 * a * root));
  const crowding = ((dim + 1) * v) / (a * a);
  if ((dim * root * crowding * crowding) / 16 <= SECOND_ORDER_SHARE * value) return variance * value;
  return Number.isFinite(value) ? 'too few samples for the second-order law' : value;
}
