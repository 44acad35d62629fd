import ln from '@stdlib/math-base-special-ln';
import { exp } from '../math/exp';
import { c4, digamma } from '../math/gamma';
import { isLastBatchAlone, type Recipe } from '../recipe';
import type { Outcome } from './binomial';
import { eachOutcome, isSummed } from './cured';

/** Expected values of the fitted Gaussian where Sigma_0 = I. */
interface ChainMoments {
  /** E ln det Sigma_t; -Infinity where it is singular for certain */
  readonly logDet: number;
  /** ln E sigma_t, one dimension */
  readonly logDeviation: number;
  /** E tr Sigma_t^-1; Infinity where it has no mean */
  readonly precision: number;
  /** E (mu_t - mu_0)' Sigma_t^-1 (mu_t - mu_0) */
  readonly squaredShift: number;
}

/**
 * A chain of fits, each to n normal samples of the model before alone: Sigma_t is a product of independent Wishart matrices. Exact for normal
 * data, from the moments of a Wishart matrix and c4 of quality control; with delta = n - 1, or n for maximum likelihood, in every step
 * E ln det Sigma_t grows by d ln lambda + d ln(2/delta) + sum_{i=1..d} psi((n - i)/2);
 * E sigma_t (d = 1) is multiplied by sqrt(lambda) c4(n) sqrt((n - 1)/delta);
 * E tr Sigma_t^-1 by r = delta/(lambda (n - d - 2)), and E mu' Sigma_t^-1 mu becomes r times what it was plus lambda d/n.
 * In the first step the samples are real: lambda = 1, from Sigma_0 = I and no shift. A detector leaves a random n, over which all are averaged; as it
 * may leave too few for the last two, these have no mean then.
 * @returns a function of t = 1, 2, ...; null from the first D_t on that holds more than the last batch
 */
export function chainLaw(initial: number, recipeAt: (t: number) => Recipe, dim: number, unbiased: boolean): (t: number) => ChainMoments | null {
  const step = (before: ChainMoments, n: number, bias: number): ChainMoments => {
    const divisor = unbiased ? n - 1 : n;
    const isRegular = n > dim && bias > 0;
    const growth = n > dim + 2 && bias > 0 ? divisor / (bias * (n - dim - 2)) : Infinity;
    return {
      logDet: isRegular ? before.logDet + dim * ln((2 * bias) / divisor) + sumOfDigammas(n, dim) : Number.NEGATIVE_INFINITY,
      logDeviation: bias > 0 ? before.logDeviation + ln(c4(n)) + ln((bias * (n - 1)) / divisor) / 2 : Number.NEGATIVE_INFINITY,
      precision: growth * before.precision,
      squaredShift: growth * (before.squaredShift + (bias * dim) / n),
    };
  };
  const averaged = (before: ChainMoments, outcomes: readonly Outcome[], bias: number): ChainMoments => {
    const steps = outcomes.map(({ count }) => step(before, count, bias));
    const mean = (of: (moments: ChainMoments) => number) => outcomes.reduce((sum, { probability }, at) => sum + probability * of(steps[at]), 0);
    const { logDeviation: first } = steps[0];
    return {
      logDet: mean(({ logDet }) => logDet),
      logDeviation: bias > 0 ? first + ln(mean(({ logDeviation }) => exp(logDeviation - first))) : first,
      precision: steps.length > 1 ? Infinity : steps[0].precision,
      squaredShift: steps.length > 1 ? Infinity : steps[0].squaredShift,
    };
  };
  const known: (ChainMoments | null)[] = [step({ logDet: 0, logDeviation: 0, precision: dim, squaredShift: 0 }, initial, 1)];
  return (t) => {
    while (known.length < t) {
      const before = known[known.length - 1];
      const recipe = recipeAt(known.length + 1);
      const outcomes = before ? batchOf(recipe) : null;
      known.push(before && outcomes ? averaged(before, outcomes, recipe.bias) : null);
    }
    return known[t - 1];
  };
}

/** How many samples of the model before may stand in D_t; null where others stand there, too. */
function batchOf(recipe: Recipe): readonly Outcome[] | null {
  const { sieve, ...whole } = recipe;
  if (!isLastBatchAlone(whole) || (sieve && !isSummed(recipe))) return null;
  const outcomes: Outcome[] = [];
  eachOutcome(recipe, (_initial, _fresh, count, probability) => outcomes.push({ count, probability }));
  return outcomes;
}

/** sum_{i=1..d} psi((n - i)/2) */
function sumOfDigammas(n: number, dim: number): number {
  let sum = 0;
  for (let i = 1; i <= dim; i++) sum += digamma((n - i) / 2);
  return sum;
}
