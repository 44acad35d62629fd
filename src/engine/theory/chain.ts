import ln from '@stdlib/math-base-special-ln';
import { c4, digamma } from '../math/gamma';
import { isLastBatchAlone, type Recipe } from '../recipe';

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
 * In the first step the samples are real: lambda = 1, from Sigma_0 = I and no shift.
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
  const known: (ChainMoments | null)[] = [step({ logDet: 0, logDeviation: 0, precision: dim, squaredShift: 0 }, initial, 1)];
  return (t) => {
    while (known.length < t) {
      const before = known[known.length - 1];
      const recipe = recipeAt(known.length + 1);
      known.push(before && isLastBatchAlone(recipe) ? step(before, recipe.drawn, recipe.bias) : null);
    }
    return known[t - 1];
  };
}

/** sum_{i=1..d} psi((n - i)/2) */
function sumOfDigammas(n: number, dim: number): number {
  let sum = 0;
  for (let i = 1; i <= dim; i++) sum += digamma((n - i) / 2);
  return sum;
}
