import ln from '@stdlib/math-base-special-ln';
import type { Modes, TheoryData } from '../contracts';
import type { Part } from '../descriptions';
import type { Experiment } from '../experiment';
import { exp } from '../math/exp';
import { modelsDrawnFrom, type Recipe, type Sieve } from '../recipe';
import { chainLaw } from './chain';
import { curatedLaw, curatedSteady, whyNotCurated } from './curated';
import { isCured } from './cured';
import { type Finding, type Law, NO_EXACT_FORM, NORMAL_DATA_ONLY, unknown, WITHOUT_CURES } from './law';
import { firstOf, loopLaw } from './loopLaw';
import type { LoopMoments } from './moments';
import { optimalWeight } from './optimalWeight';
import { inUnitsOfTruth, remembered } from './overall';
import { both, effectiveSampleSize, FILLING, isFilling, steadyState } from './steady';
import { syntheticThreshold } from './threshold';

/** Share of itself that the second-order law may be wrong by where it is told. */
const SECOND_ORDER_SHARE = 0.1;

/**
 * Theory of the Gaussian model, of the fitted model before bias (MODEL.md, theory): expected values over runs under the names and in the
 * units of `truth`, with a and m. a and m hold for any real data with a covariance; the laws of det, W2, sigma and curation for normal data.
 * @param data `density`: the truth, null where it is not known
 * @returns a function of the generation t = 1, 2, ...
 */
export function gaussianTheory(experiment: Experiment, recipeAt: (t: number) => Recipe, data: TheoryData): (t: number) => Finding {
  if (experiment.neon > 0) return () => 'no exact form is known for Neon, which clips what it samples from';
  const uncurated = uncuratedTheory(experiment, recipeAt, data);
  const curated = data.density?.count === 1 ? curatedTheory(experiment, recipeAt, data.parts, data.density) : () => NORMAL_DATA_ONLY;
  const curation = firstOf(recipeAt, (recipe) => recipe.curated ?? null);
  return (t) => (curation(t) ? curated(t) : uncurated(t));
}

function uncuratedTheory(experiment: Experiment, recipeAt: (t: number) => Recipe, { parts, density }: TheoryData): (t: number) => Finding {
  const hasFreshAlone = parts.includes('fresh') && !parts.includes('initial');
  const fit = { unbiased: experiment.covariance !== 'mle', floor: 0 };
  const moments = loopLaw(experiment.initialReal, recipeAt, fit, modelsDrawnFrom(experiment));
  const normal = density?.count === 1 ? normalLaw(experiment.initialReal, recipeAt, density, fit.unbiased) : null;
  return (t) => {
    const now = moments(t);
    if (typeof now === 'string') return now;
    const recipe = recipeAt(Math.max(2, t));
    const steady = steadyState(experiment, parts, recipe, fit, now);
    const isPlain = !isCured(recipe) && !isFilling(experiment, parts, recipe);
    const law = {
      a: now.a,
      m: now.m,
      ...(density ? inUnitsOfTruth(density, now, steady) : {}),
      ...(normal ? normal(t, now) : { logDet: NORMAL_DATA_ONLY, momentFrechet: NO_EXACT_FORM }),
      ...(hasFreshAlone ? { effectiveSampleSize: isPlain ? effectiveSampleSize(recipe) : WITHOUT_CURES } : {}),
      ...(hasFreshAlone && density && normal ? { syntheticThreshold: isPlain ? syntheticThreshold(density.dim, recipe) : WITHOUT_CURES } : {}),
      ...(recipe.sieve ? { detectorOdds: detectorOdds(recipe, recipe.sieve) } : {}),
      ...(recipe.realWeight === undefined ? {} : { optimalRealWeight: bestWeight(recipe, experiment.initialReal) }),
    };
    return { law, kind: now.kind };
  };
}

/** Real samples over synthetic ones in D_t behind the detector, the archive's apart: odds law, (p/q) (1 - f)/(1 - r). */
function detectorOdds({ initial, fresh, drawn }: Recipe, { made, real }: Sieve): number | string {
  const left = drawn * (1 - made);
  return left > 0 ? ((initial + fresh) * (1 - real)) / left : 'no synthetic sample is left';
}

/** w* of D_t. */
function bestWeight({ initial, fresh, archived, store, shared, drawn: made, sieve }: Recipe, initialSize: number): number | string {
  if (sieve) return 'it follows what the detector leaves, and differs from run to run';
  if (made === 0 || initial + fresh + archived === 0) return 'there is nothing to weigh against each other';
  return optimalWeight({ made, initial, fresh, archived, store, shared, initialSize });
}

/** Of data from N(mu_0, sigma^2 I) alone, with infinitely many samples. */
function curatedTheory(experiment: Experiment, recipeAt: (t: number) => Recipe, parts: readonly Part[], density: Modes): (t: number) => Finding {
  const moments = remembered(curatedLaw(recipeAt, density));
  const reason = firstOf(recipeAt, whyNotCurated);
  return (t) => {
    const now = reason(t) ?? moments(t);
    if (typeof now === 'string') return now;
    const recipe = recipeAt(t);
    const steady = isFilling(experiment, parts, recipe) ? both(FILLING) : curatedSteady(recipe, density.dim, now);
    const rest = unknown(['logDet', 'kl', 'w2Squared'], 'not known with curation');
    return { law: { a: now.a, m: now.m, ...inUnitsOfTruth(density, now, steady), ...rest }, kind: now.kind };
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
  if (typeof v === 'string') return v;
  const root = Math.sqrt(a);
  const value = dim * (m + (root - 1) * (root - 1) + ((dim + 1) * v) / (4 * a * root));
  const crowding = ((dim + 1) * v) / (a * a);
  if ((dim * root * crowding * crowding) / 16 <= SECOND_ORDER_SHARE * value) return variance * value;
  return Number.isFinite(value) ? 'too few samples for the second-order law' : value;
}
