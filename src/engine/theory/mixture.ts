import type { Modes, TheoryData } from '../contracts';
import type { Part } from '../descriptions';
import type { Experiment } from '../experiment';
import { FLOOR_SHARE } from '../models/gaussianMixture/floor';
import { modelsDrawnFrom, type Recipe } from '../recipe';
import { isCured } from './cured';
import { modesAliveLaw } from './drift';
import { type Finding, type Inexact, NO_EXACT_FORM, unknown, WITHOUT_CURES } from './law';
import { firstOf, loopLaw } from './loopLaw';
import { inUnitsOfTruth } from './overall';
import { steadyState } from './steady';

/**
 * Theory of the Gaussian mixture, of the fitted model before bias (MODEL.md, theory), under the names and in the units of `truth`.
 *
 * An M step leaves the mixture with the mean of its training set, and the covariance too (divisor n) but for the floor on top: so its overall
 * moments follow the moment law of maximum likelihood, exactly, as long as lambda = 1. The weights of the modes drift by the same law:
 * E[1 - sum w_t^2] = a (1 - sum w_0^2), for indicators of modes are real data with covariance diag(w_0) - w_0 w_0'. Both hold for modes that
 * never mix, one component or more a mode. With an archive, a detector or weights both follow the law of cures: a weighted M step leaves weighted
 * moments with divisor 1.
 * @param data `density`: the truth, null where it is not known; `hasModes`: its centres are modes
 * @returns a function of the generation t = 1, 2, ...
 */
export function mixtureTheory(
  experiment: Experiment,
  recipeAt: (t: number) => Recipe,
  { parts, density, hasModes }: TheoryData,
): (t: number) => Finding {
  const laws = [
    ...(density ? [overallLaw(experiment, recipeAt, parts, density)] : []),
    ...(density && hasModes ? [driftLaw(experiment, recipeAt, parts, density)] : []),
  ];
  const curation = firstOf(recipeAt, (recipe) => recipe.curated ?? null);
  return (t) => (curation(t) ? 'no theory of a mixture is known with curation' : together(laws.map((law) => law(t))));
}

type ByGeneration = (t: number) => Finding;

/** All values; the first reason where one of them says nothing. */
function together(findings: readonly Finding[]): Finding {
  const values: Record<string, number | string> = {};
  let kind: Inexact | null = null;
  for (const finding of findings) {
    if (typeof finding === 'string') return finding;
    Object.assign(values, finding.law);
    kind ??= finding.kind;
  }
  return { law: values, kind };
}

function overallLaw(experiment: Experiment, recipeAt: (t: number) => Recipe, parts: readonly Part[], density: Modes): ByGeneration {
  const { initialReal, components } = experiment;
  const fit = { unbiased: false, floor: FLOOR_SHARE * (1 - 1 / initialReal) };
  const moments = loopLaw(initialReal, recipeAt, fit, modelsDrawnFrom(experiment));
  const isGaussian = density.count === 1 && components === 1;
  const rest = unknown(isGaussian ? ['logDet', 'w2Squared', 'kl'] : ['logDet', 'momentFrechet'], NO_EXACT_FORM);
  // generations from 2 on whose samples were faithful
  let faithful = 1;
  return (t) => {
    while (faithful < t && (components === 1 || recipeAt(faithful + 1).bias === 1)) faithful++;
    const now = moments(t);
    if (typeof now === 'string') return now;
    if (faithful < t) {
      return { law: { ...unknown(OVERALL, 'known at λ = 1 only: the bias shrinks the components, not the whole'), ...rest }, kind: null };
    }
    const steady = steadyState(experiment, parts, recipeAt(Math.max(2, t)), fit, now);
    return { law: { ...inUnitsOfTruth(density, now, steady), ...rest }, kind: now.kind };
  };
}

const OVERALL = ['traceOverDim', 'meanSquared', 'traceOverDimSteady', 'meanSquaredSteady'];

function driftLaw(experiment: Experiment, recipeAt: (t: number) => Recipe, parts: readonly Part[], { weights }: Modes): ByGeneration {
  const { initialReal, components } = experiment;
  if (components < weights.length) {
    const reason = `${components} components cannot keep ${weights.length} modes apart`;
    return () => ({ law: unknown(['heterozygosity', 'modesAliveApproximate'], reason), kind: null });
  }
  const faithful = (t: number) => ({ ...recipeAt(t), bias: 1 });
  const fit = { unbiased: false, floor: 0 };
  const shares = loopLaw(initialReal, faithful, fit, modelsDrawnFrom(experiment));
  const alive = modesAliveLaw(initialReal, recipeAt, weights);
  const truth = 1 - weights.reduce((sum, weight) => sum + weight * weight, 0);
  return (t) => {
    const now = shares(t);
    if (typeof now === 'string') return now;
    const recipe = faithful(Math.max(2, t));
    const { a } = steadyState(experiment, parts, recipe, fit, now);
    const law = {
      heterozygosity: truth * now.a,
      heterozygositySteady: typeof a === 'number' ? truth * a : a,
      modesAliveApproximate: alive(t) ?? (isCured(recipe) ? WITHOUT_CURES : 'known for fully synthetic data of the previous generation only'),
    };
    return { law, kind: now.kind };
  };
}
