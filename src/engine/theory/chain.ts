import ln from '@stdlib/math-base-special-ln';
import { c4, digamma } from '../math/gamma';
import { isLastBatchAlone, type Recipe } from './recipe';

/** Logarithms of the fitted Gaussian where Sigma_0 = I; -Infinity where it is singular for certain. */
interface ChainLogs {
  /** E ln det Sigma_t */
  readonly logDet: number;
  /** ln E sigma_t, one dimension */
  readonly logDeviation: number;
}

/**
 * A chain of fits, each to n_s normal samples of the model before alone: Sigma_t is a product of t independent Wishart matrices, so
 * E ln det Sigma_t = sum over the fits of [sum_{i=1..d} psi((n - i)/2) + d ln(2/(n - 1))], with d ln lambda for every sampling; in one
 * dimension E sigma_t is the product of c4(n) sqrt(lambda). Maximum likelihood multiplies each variance by 1 - 1/n. Exact for normal data
 * (references: Wishart determinants, e.g. Anderson 2003; c4 of quality control).
 * @returns a function of t = 1, 2, ...; null from the first D_t on that holds more than the last batch
 */
export function chainLaw(initial: number, recipeAt: (t: number) => Recipe, dim: number, unbiased: boolean): (t: number) => ChainLogs | null {
  const oneFit = (n: number): ChainLogs => {
    if (n <= dim) return { logDet: Number.NEGATIVE_INFINITY, logDeviation: Number.NEGATIVE_INFINITY };
    let logDet = dim * ln(2 / (unbiased ? n - 1 : n));
    for (let i = 1; i <= dim; i++) logDet += digamma((n - i) / 2);
    return { logDet, logDeviation: ln(c4(n)) + (unbiased ? 0 : ln(1 - 1 / n) / 2) };
  };
  const known: (ChainLogs | null)[] = [oneFit(initial)];
  return (t) => {
    while (known.length < t) {
      const before = known[known.length - 1];
      const recipe = recipeAt(known.length + 1);
      if (before && isLastBatchAlone(recipe, known.length + 1)) {
        const { logDet, logDeviation } = oneFit(recipe.synthetic);
        const logBias = ln(recipe.bias);
        known.push({ logDet: before.logDet + dim * logBias + logDet, logDeviation: before.logDeviation + logBias / 2 + logDeviation });
      } else known.push(null);
    }
    return known[t - 1];
  };
}
