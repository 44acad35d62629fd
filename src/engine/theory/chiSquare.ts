import { exp } from '../math/exp';
import { lnGamma } from '../math/gamma';
import { ln } from '../math/ln';

/** x^a e^-x / Gamma(a + 1) */
const term = (a: number, x: number): number => exp(a * ln(x) - x - lnGamma(a + 1));

/** The share of a chi-square variable of 2 a degrees of freedom that lies below 2 x: term(a, x) sum_k x^k/((a + 1) ... (a + k)) (DLMF 8.7.1). */
function shareBelow(a: number, x: number): number {
  let sum = 1;
  let addend = 1;
  for (let k = 1; addend > Number.EPSILON * sum; k++) {
    addend *= x / (a + k);
    sum += addend;
  }
  return sum * term(a, x);
}

/**
 * What is left of the variance of N(0, I) in `dim` dimensions where only the fraction `keep` nearest to 0 stays: F_{d+2}(c)/keep with F_d(c) = keep,
 * F_d the distribution of chi-square with d degrees of freedom. 1 where all stay.
 */
export function keptVariance(dim: number, keep: number): number {
  if (keep >= 1) return 1;
  const a = dim / 2;
  let high = a;
  while (shareBelow(a, high) < keep) high *= 2;
  let low = 0;
  for (let middle = high / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (shareBelow(a, middle) < keep) low = middle;
    else high = middle;
  }
  // F_{d+2} = F_d less a term
  return 1 - term(a, high) / keep;
}
