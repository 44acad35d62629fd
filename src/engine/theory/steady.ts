import type { Part } from '../descriptions';
import type { Experiment } from '../experiment';
import { exp } from '../math/exp';
import { lnGamma } from '../math/gamma';
import type { Recipe } from '../recipe';
import { settingsAt } from '../settings';
import { expectedOf, isCured } from './cured';
import type { Fit, LoopMoments } from './moments';

/** Where a and m settle if the settings stay, or why they do not. */
export interface SteadyState {
  readonly a: number | string;
  readonly m: number | string;
}

export const FILLING = 'not known while the web fills up';

export const both = (reason: string): SteadyState => ({ a: reason, m: reason });

/**
 * The fixed point of the moment law, for the settings of `recipe`.
 *
 * Previous generation only, with real data (share p, q = 1 - p, n = n_r + n_s, kappa = n/(n - 1) unbiased or 1): with c = kappa q/(n (1 + q)),
 * g = kappa (1 - 1/n): fresh a_inf = p (g + c)/(1 - lambda q (g + c)), m_inf = (p + lambda q a_inf)/(n p (1 + q)); fixed (R = 1 - 1/n_r)
 * a_inf = kappa p R/(1 - lambda q (g + c)), m_inf = 1/n_r + lambda q a_inf/(n p (1 + q)). A floor adds itself to the numerator of a_inf.
 * Previous generation alone, f = 1 unbiased or 1 - 1/n_s, lambda f < 1: a_inf = floor/(1 - lambda f), m_inf = m_t + lambda a_t/(n_s (1 - lambda f)).
 * All generations, lambda = 1, unchanged settings: a product, see `accumulatedShare`. With a cure: see `withCure`.
 * @param recipe of a generation from 2 on
 * @param now the moments of the present generation
 */
export function steadyState(experiment: Experiment, parts: readonly Part[], recipe: Recipe, fit: Fit, now: LoopMoments): SteadyState {
  const { initialReal: initial, changes } = experiment;
  const { memory, initial: fixed, fresh } = recipe;
  if (isFilling(experiment, parts, recipe)) return both(FILLING);
  if (memory !== 'last' && isCured(recipe)) return withCure(initial, recipe, fit, now);
  if (memory === 'subsample') return both('no steady state is known for a random subset');
  if (fixed > 0 && fresh > 0) return both('no steady state is known for fixed and fresh real data together');
  if (memory === 'last') return both('no closed form is known for the last generations');
  if (memory === 'all') return changes.length === 0 ? accumulating(initial, recipe, fit) : both('known for unchanged settings only');
  return fixed + fresh > 0 ? withRealData(recipe, fit) : syntheticAlone(recipe.drawn, recipe, fit, now);
}

/** Whether new samples are shared out anew in every generation, synthetic ones more and more. */
export function isFilling(experiment: Experiment, parts: readonly Part[], { generation }: Recipe): boolean {
  return parts.includes('fresh') && parts.includes('synthetic') && settingsAt(experiment, generation).web !== '';
}

/**
 * The fixed point of the law of cures, which is linear in a, m and the covariances A and S with D_1 and with the archive: these settle by themselves, a
 * and m together. It is reached where the gains of a and m leave something of both.
 */
function withCure(initialSize: number, recipe: Recipe, fit: Fit, now: LoopMoments): SteadyState {
  const { bias, store, shared, archived: archiveDraw, grown } = recipe;
  if (archiveDraw > 0 && grown > 0) return both('not known while the archive grows');
  const { made, initial, archived, perMade, error, spread } = expectedOf(recipe, initialSize, fit.unbiased);
  if (error.constant === 0) return syntheticAlone(1 / perMade, recipe, fit, now);
  const inBoth = shared / initialSize;
  const withInitial = (initial / initialSize + (archiveDraw > 0 ? (archived * inBoth) / store : 0)) / (1 - made);
  const withStore = (archived + initial * inBoth) / (1 - made);
  const [ofError, ofSpread] = [error, spread].map((terms) => terms.constant + terms.initial * withInitial + terms.stored * withStore);
  const keepsA = 1 - bias * spread.synthetic;
  const keepsM = 1 - error.common;
  const left = keepsA * keepsM - bias * error.synthetic * spread.common;
  if (keepsA <= 0 || left <= 0) return both('none: the variance grows for ever');
  const source = ofSpread + fit.floor;
  return { a: (source * keepsM + spread.common * ofError) / left, m: (ofError * keepsA + bias * error.synthetic * source) / left };
}

function withRealData({ initial: fixed, fresh, drawn: synthetic, bias }: Recipe, { unbiased, floor }: Fit): SteadyState {
  const n = fixed + fresh + synthetic;
  const p = (fixed + fresh) / n;
  const q = synthetic / n;
  const kappa = unbiased ? n / (n - 1) : 1;
  const c = (kappa * q) / (n * (1 + q));
  const g = kappa * (1 - 1 / n);
  const rest = 1 - bias * q * (g + c);
  if (rest <= 0) return both('none: the variance grows for ever');
  const source = fixed > 0 ? kappa * p * (1 - 1 / fixed) : p * (g + c);
  const a = (source + floor) / rest;
  const spread = (bias * q * a) / (n * p * (1 + q));
  return { a, m: spread + (fixed > 0 ? 1 / fixed : 1 / (n * (1 + q))) };
}

/** @param n samples of D_t; their harmonic mean where the number is random */
function syntheticAlone(n: number, { bias }: Recipe, { unbiased, floor }: Fit, { a, m }: LoopMoments): SteadyState {
  const factor = bias * (unbiased ? 1 : 1 - 1 / n);
  if (factor > 1) return both('none: the variance grows for ever');
  if (factor === 1)
    return { a: 'none: the mean over runs stays where it is, while the typical run collapses', m: 'none: it grows by λ a/n_s for ever' };
  const left = floor / (1 - factor);
  return { a: left, m: left > 0 ? 'none: the floor of the covariance lets it grow for ever' : m + (bias * a) / (n * (1 - factor)) };
}

function accumulating(initial: number, { initial: fixed, fresh, drawn: synthetic, bias }: Recipe, { unbiased, floor }: Fit): SteadyState {
  if (fresh > 0) return both('no steady state is known for fresh data with all generations');
  if (floor > 0) return both('no steady state is known with a floor of the covariance');
  if (bias !== 1)
    return both(bias < 1 ? 'none above 0: the variance falls for ever, like t^-(1 - λ)' : 'none: the variance grows for ever, like t^(λ - 1)');
  const first = unbiased ? 1 : 1 - 1 / initial;
  // without D_1 the pool begins with the first batch, itself a fit of n_s samples
  const begun = fixed > 0 ? first : first * (unbiased ? 1 : 1 - 1 / synthetic);
  const a = begun * accumulatedShare(fixed > 0 ? fixed / synthetic : 1, synthetic, unbiased);
  return { a, m: unbiased ? 'no closed form is known' : 1 - a };
}

/**
 * What is left of the variance of a pool of rho n samples after batches of n samples without end, lambda = 1: with x = rho + j, j = 1, 2, ...,
 * maximum likelihood prod (1 - 1/(n x^2)) = Gamma(rho+1)^2/(Gamma(rho+1+z) Gamma(rho+1-z)), z = 1/sqrt n; for rho = 1 and with the first
 * fit's 1 - 1/n it is sin(pi/sqrt n)/(pi/sqrt n). Unbiased prod (1 - 1/(n x (x - 1/n))) = Gamma(rho+1) Gamma(rho+1-1/n)/(Gamma(rho+1-r)
 * Gamma(rho+1-s)) with r, s the roots of x^2 - x/n = 1/n. Derived here.
 */
function accumulatedShare(rho: number, n: number, unbiased: boolean): number {
  const delta = unbiased ? 1 / n : 0;
  const half = Math.sqrt(delta * delta + 4 / n) / 2;
  const top = lnGamma(rho + 1) + lnGamma(rho + 1 - delta);
  return exp(top - lnGamma(rho + 1 - delta / 2 - half) - lnGamma(rho + 1 - delta / 2 + half));
}

/**
 * n_e/n_r of the fresh data loop: the real samples without loop that would give the same error, over those of the loop. 1 + q at lambda = 1, to
 * leading order in 1/n (MAD Sect. 4; Kazdan et al.).
 */
export function effectiveSampleSize({ fresh, drawn, bias, memory }: Recipe): number | string {
  if (memory !== 'previous') return 'known for the memory previous only';
  if (bias !== 1) return 'known at λ = 1 only';
  return fresh > 0 ? 1 + drawn / (fresh + drawn) : 'there are no real data';
}
