import { exp } from './exp';
import { ln } from './ln';

/** From here on the asymptotic series below reach full precision. */
const LARGE = 15;

/** Digamma psi(x) = d/dx ln Gamma(x), x > 0: recurrence up to 15, then the asymptotic series (Abramowitz and Stegun 6.3.18). */
export function digamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < LARGE; z++) shift -= 1 / z;
  const w = 1 / (z * z);
  return shift + ln(z) - 0.5 / z - w * (1 / 12 - w * (1 / 120 - w * (1 / 252 - w * (1 / 240 - w * (1 / 132 - (w * 691) / 32760)))));
}

/**
 * Gamma(x + 1/2) / Gamma(x), x > 0: recurrence up to 15, then sqrt(w) exp(sum of -E_2k / (k 4^(2k+1) w^2k)) with w = x - 1/4 and the Euler
 * numbers E (the series of ln Gamma(w + a), DLMF 5.11.8, at a = 3/4 and 1/4). A difference of two ln Gamma would lose digits.
 */
function halfStepRatio(x: number): number {
  let factor = 1;
  let z = x;
  for (; z < LARGE; z++) factor *= z / (z + 0.5);
  const w = 1 / ((z - 0.25) * (z - 0.25));
  const series = w * (1 / 64 - w * (5 / 2048 - w * (61 / 49152 - w * (1385 / 1048576 - (w * 50521) / 20971520))));
  return factor * Math.sqrt(z - 0.25) * exp(series);
}

/** Stirling's series without its constant, x >= 15 (Abramowitz and Stegun 6.1.41). */
function lnGammaLarge(x: number): number {
  const w = 1 / (x * x);
  return (x - 0.5) * ln(x) - x + (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - (w * 691) / 360360))))) / x;
}

const HALF_LN_2PI = 9.1893853320467274178e-1;

/** ln Gamma(x), x > 0: recurrence up to 15, then Stirling's series. */
export function lnGamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < LARGE; z++) shift -= ln(z);
  return shift + lnGammaLarge(z) + HALF_LN_2PI;
}

/** c4(n) = E[s] / sigma for the standard deviation s (divisor n - 1) of n normal samples, n >= 2: sqrt(2 / (n - 1)) Gamma(n / 2) / Gamma((n - 1) / 2). */
export function c4(n: number): number {
  return Math.sqrt(2 / (n - 1)) * halfStepRatio((n - 1) / 2);
}
