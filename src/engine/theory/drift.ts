import ln from '@stdlib/math-base-special-ln';
import { exp } from '../math/exp';
import { isLastBatchAlone, type Recipe } from '../recipe';

/**
 * Modes still alive in a chain of training sets, each drawn from the one before alone (Wright-Fisher): about
 * sum_k 1 - E (1 - w_k)^A, where A is the number of different samples of D_1 from which the samples of D_t descend. Going back a
 * generation of n samples, A of them have n (1 - (1 - 1/n)^A) parents on average; mean and variance of A are carried to second order. Exact at
 * t = 1; within 0.005 of the exact probability for every mode after. For 1 << t << n it becomes sum_k 1 - exp(-2 n w_k/t).
 * @param weights w_k of the truth
 * @returns a function of t = 1, 2, ...; null from the first D_t on that holds more than the last batch
 */
export function modesAliveLaw(initial: number, recipeAt: (t: number) => Recipe, weights: Float64Array): (t: number) => number | null {
  return (t) => {
    let mean = t === 1 ? initial : recipeAt(t).drawn;
    let variance = 0;
    for (let s = t; s >= 2; s--) {
      if (!isLastBatchAlone(recipeAt(s))) return null;
      const n = recipeAt(s - 1).size;
      [mean, variance] = parents(n, mean, variance);
    }
    return weights.reduce((alive, weight) => {
      const log = ln(1 - weight);
      return alive + 1 - exp(log * mean) * (1 + (log * log * variance) / 2);
    }, 0);
  };
}

/** Mean and variance of the number of different parents among n that A children draw, given those of A. */
function parents(n: number, mean: number, variance: number): [number, number] {
  const log = ln(1 - 1 / n);
  const spared = exp(log * mean);
  const bothSpared = exp(ln(1 - 2 / n) * mean);
  const slope = -n * log * spared;
  const own = Math.max(0, n * spared + n * (n - 1) * bothSpared - n * n * spared * spared);
  return [n * (1 - spared) + (slope * log * variance) / 2, slope * slope * variance + own];
}
