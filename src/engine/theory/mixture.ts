import type { Modes, TheoryData } from '../contracts';
import type { Experiment } from '../experiment';
import { FLOOR_SHARE } from '../models/gaussianMixture/floor';
import { modelsDrawnFrom, type Recipe } from '../recipe';
import { modesAliveLaw } from './drift';
import { type Law, NO_EXACT_FORM, unknown } from './law';
import { momentLaw } from './moments';
import { inUnitsOfTruth, remembered } from './overall';
import { steadyState } from './steady';

/**
 * Theory of the Gaussian mixture, of the fitted model before bias (MODEL.md, theory), under the names and in the units of `truth`.
 *
 * An M step leaves the mixture with the mean of its training set, and the covariance too (divisor n) but for the floor on top: so its overall
 * moments follow the moment law of maximum likelihood, exactly, as long as lambda = 1. The weights of the modes drift by the same law:
 * E[1 - sum w_t^2] = a (1 - sum w_0^2), for indicators of modes are real data with covariance diag(w_0) - w_0 w_0'. Both hold for modes that
 * never mix, one component or more a mode.
 * @param data `density`: the truth, null where it is not known; `hasModes`: its centres are modes
 * @returns a function of the generation t = 1, 2, ...
 */
export function mixtureTheory(
  experiment: Experiment,
  recipeAt: (t: number) => Recipe,
  { density, hasModes }: Pick<TheoryData, 'density' | 'hasModes'>,
): (t: number) => Law {
  const overall = density ? overallLaw(experiment, recipeAt, density) : () => ({});
  const drift = density && hasModes ? driftLaw(experiment, recipeAt, density) : () => ({});
  return (t) => ({ ...overall(t), ...drift(t) });
}

type ByGeneration = (t: number) => Law;

function overallLaw(experiment: Experiment, recipeAt: (t: number) => Recipe, density: Modes): ByGeneration {
  const { initialReal, components, changes } = experiment;
  const fit = { unbiased: false, floor: FLOOR_SHARE * (1 - 1 / initialReal) };
  const moments = remembered(momentLaw(initialReal, recipeAt, fit, modelsDrawnFrom(experiment)));
  const isGaussian = density.count === 1 && components === 1;
  const rest = unknown(isGaussian ? ['logDet', 'w2Squared', 'kl'] : ['logDet', 'momentFrechet'], NO_EXACT_FORM);
  // generations from 2 on whose samples were faithful
  let faithful = 1;
  return (t) => {
    while (faithful < t && (components === 1 || recipeAt(faithful + 1).bias === 1)) faithful++;
    if (faithful < t) return { ...unknown(OVERALL, 'known at λ = 1 only: the bias shrinks the components, not the whole'), ...rest };
    const recipe = recipeAt(Math.max(2, t));
    const now = moments(t);
    return { ...inUnitsOfTruth(density, now, steadyState(initialReal, recipe, fit, now, changes.length === 0)), ...rest };
  };
}

const OVERALL = ['traceOverDim', 'meanSquared', 'traceOverDimSteady', 'meanSquaredSteady'];

function driftLaw(experiment: Experiment, recipeAt: (t: number) => Recipe, { weights }: Modes): ByGeneration {
  const { initialReal, components, changes } = experiment;
  if (components < weights.length) {
    return () => unknown(['heterozygosity', 'modesAliveApproximate'], `${components} components cannot keep ${weights.length} modes apart`);
  }
  const faithful = (t: number) => ({ ...recipeAt(t), bias: 1 });
  const fit = { unbiased: false, floor: 0 };
  const shares = remembered(momentLaw(initialReal, faithful, fit, modelsDrawnFrom(experiment)));
  const alive = modesAliveLaw(initialReal, recipeAt, weights);
  const truth = 1 - weights.reduce((sum, weight) => sum + weight * weight, 0);
  return (t) => {
    const now = shares(t);
    const { a } = steadyState(initialReal, faithful(Math.max(2, t)), fit, now, changes.length === 0);
    return {
      heterozygosity: truth * now.a,
      heterozygositySteady: typeof a === 'number' ? truth * a : a,
      modesAliveApproximate: alive(t) ?? 'known for fully synthetic data of the previous generation only',
    };
  };
}
