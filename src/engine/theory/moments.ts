import type { Recipe } from '../recipe';
import type { Inexact } from './law';

/** Second moments of the fitted model over runs, in units of Sigma_0. */
export interface LoopMoments {
  /** E[Sigma_t] = a Sigma_0 */
  readonly a: number;
  /** E[(mu_t - mu_0)(mu_t - mu_0)'] = m Sigma_0 */
  readonly m: number;
  /**
   * variance of an off-diagonal entry of Sigma_t where Sigma_0 = I, half of a diagonal one's: to leading order, for normal data; in words why
   * that order was not worked out
   */
  readonly v: number | string;
  /** what kind of values they are; null where a and m are exact */
  readonly kind: Inexact | null;
}

/** How a model turns the scatter of D_t into its covariance. */
export interface Fit {
  /** divide by n - 1, not by n */
  readonly unbiased: boolean;
  /** variance that every fit adds, in units of Sigma_0 */
  readonly floor: number;
}

/** Places of an error in the three sets of samples that outlive a generation: D_1, all synthetic samples, the last batch of them. */
const FIXED = 0;
const POOL = 1;
const LAST = 2;
const PARTS = [FIXED, POOL, LAST];

/** The error of one statistic (a mean, an entry of a covariance) in the three sets, and in the last models, the newest first: its second moments. */
interface Errors {
  /** E[e_i e_j] of the sets, [3, 3] */
  readonly sets: Float64Array;
  /** models that are remembered, and how many there are by now */
  readonly most: number;
  known: number;
  /** E[e e_i] of the models with the sets, [most, 3] */
  readonly shared: Float64Array;
  /** E[e e'] of the models, [most, most] */
  readonly models: Float64Array;
}

function errorsOf(fixed: number, most: number): Errors {
  const sets = new Float64Array(9);
  sets[3 * FIXED + FIXED] = fixed;
  return { sets, most, known: 0, shared: new Float64Array(3 * most), models: new Float64Array(most * most) };
}

/** Mean of the first `count` values, `stride` apart. */
function meanOf(count: number, values: ArrayLike<number>, stride = 1, first = 0): number {
  let sum = 0;
  for (let at = 0; at < count; at++) sum += values[first + at * stride];
  return sum / count;
}

/** Of each model its mean E[e e'] with the last `from` models, [most]. */
function withLast({ most, known, models }: Errors, from: number): Float64Array {
  const means = new Float64Array(most);
  for (let one = 0; one < known; one++) means[one] = meanOf(from, models, 1, one * most);
  return means;
}

/** A new model takes the mean over the sets by `weights`, beside errors of its own of variance `own`. */
function fitErrors(errors: Errors, weights: readonly number[], own: number): void {
  const { sets, most, shared, models } = errors;
  for (let row = most - 1; row > 0; row--) models.copyWithin(row * most + 1, (row - 1) * most, row * most - 1);
  shared.copyWithin(3, 0, 3 * (most - 1));
  errors.known = Math.min(errors.known + 1, most);
  let square = own;
  for (const i of PARTS) {
    shared[i] = PARTS.reduce((sum, j) => sum + weights[j] * sets[3 * i + j], 0);
    square += weights[i] * shared[i];
  }
  models[0] = square;
  for (let other = 1; other < errors.known; other++) {
    const both = PARTS.reduce((sum, i) => sum + weights[i] * shared[3 * other + i], 0);
    models[other] = both;
    models[other * most] = both;
  }
}

/**
 * A batch is drawn from the last `from` models: its error is `gain` times the mean of theirs, with new noise; it becomes `share` of the pool.
 * @param last `withLast`
 */
function drawErrors({ sets, known, shared }: Errors, from: number, last: Float64Array, gain: number, noise: number, share: number): void {
  const withFixed = gain * meanOf(from, shared, 3, FIXED);
  const withPool = gain * meanOf(from, shared, 3, POOL);
  const own = gain * gain * meanOf(from, last) + noise;
  const set = (i: number, j: number, value: number) => {
    sets[3 * i + j] = value;
    sets[3 * j + i] = value;
  };
  const rest = 1 - share;
  set(FIXED, POOL, rest * sets[3 * FIXED + POOL] + share * withFixed);
  set(POOL, POOL, rest * rest * sets[3 * POOL + POOL] + 2 * share * rest * withPool + share * share * own);
  set(POOL, LAST, rest * withPool + share * own);
  set(FIXED, LAST, withFixed);
  set(LAST, LAST, own);
  for (let at = 0; at < known; at++) {
    shared[3 * at + POOL] = rest * shared[3 * at + POOL] + share * gain * last[at];
    shared[3 * at + LAST] = gain * last[at];
  }
}

/**
 * The moments of the fitted model for t = 1, 2, ... without end, of every loop and memory, with settings that may change every generation.
 *
 * a and m are exact, for real data of any distribution with a covariance and in any dimension: a batch of n samples has the model's mean
 * with new noise of variance lambda a / n, and scatter (n - 1) lambda a; pooling adds what lies between the means; n of P samples without
 * replacement have a mean with noise A (1 - n/P) / n, where A is the pool's covariance over P - 1. A sample of one of the last K models, chosen
 * for it alone, has the variance of their mixture: the mean of lambda a and m over them, less what two of them, chosen alike, share. v carries
 * the errors of the covariance the same way, times lambda, with noise lambda^2 a^2 / n (the second-order law: MODEL.md, theory).
 * @param initial n_ini
 * @param recipeAt what D_t is made of, t >= 2
 * @param most the most models that give samples for one D_t (`modelsDrawnFrom`)
 */
export function* momentLaw(initial: number, recipeAt: (t: number) => Recipe, { unbiased, floor }: Fit, most: number): Generator<LoopMoments, never> {
  const sizes = [initial, 0, 0];
  const scatters = [initial - 1, 0, 0];
  const means = errorsOf(1 / initial, most);
  const covariances = errorsOf(1 / initial, 1);

  fitErrors(means, [1, 0, 0], 0);
  fitErrors(covariances, [1, 0, 0], 0);
  // a of the models that may still give samples, the newest first
  const spreads = [(initial - 1) / (unbiased ? initial - 1 : initial) + floor];
  let scatter = initial - 1;
  let size = initial;
  if (recipeAt(2).initial === 0) covariances.models[0] = (spreads[0] * spreads[0]) / initial;
  let isOfOne = true;
  for (let t = 2; ; t++) {
    yield { a: spreads[0], m: means.models[0], v: isOfOne ? covariances.models[0] : 'not known where samples came from several models', kind: null };

    const { initial: fixed, fresh, memory, drawn: n, models: from, bias } = recipeAt(t);
    const remembersAll = memory === 'all' || memory === 'subsample';
    if (n > 0) {
      // the last models give their batch
      isOfOne &&= from === 1;
      const a = meanOf(from, spreads);
      const last = withLast(means, from);
      const shared = meanOf(from, last);
      const apartMeans = meanOf(from, means.models, most + 1) - shared;
      const share = n / (sizes[POOL] + n);
      // the law of v takes a pool's variance over its size where the pool begins with D_1
      const spread = memory === 'all' && fixed > 0 ? scatter / size : a;
      const noise = (bias * a + apartMeans) / n;
      const withPool = meanOf(from, means.shared, 3, POOL);
      const apart = shared + noise - 2 * withPool + means.sets[3 * POOL + POOL];
      drawErrors(means, from, last, 1, noise, share);
      drawErrors(covariances, 1, withLast(covariances, 1), bias, (bias * bias * spread * spread) / n, share);
      scatters[LAST] = (n - 1) * bias * a + (n - 1) * apartMeans;
      scatters[POOL] += scatters[LAST] + sizes[POOL] * share * apart;
      sizes[POOL] += n;
      sizes[LAST] = n;
    }

    // D_t is pooled, and G_t fitted
    const counts = [fixed, remembersAll ? sizes[POOL] : 0, remembersAll ? 0 : n];
    size = fresh + counts.reduce((sum, count) => sum + count, 0);
    const weights = counts.map((count) => count / size);
    const freshError = fresh > 0 ? fresh / size / size : 0;
    fitErrors(means, weights, freshError);
    fitErrors(covariances, weights, freshError);
    let within = Math.max(0, fresh - 1);
    let betweenSets = (fresh > 0 ? 1 : 0) - size * means.models[0];
    for (const i of PARTS) {
      if (counts[i] === 0) continue;
      within += scatters[i];
      betweenSets += counts[i] * means.sets[3 * i + i];
    }
    // summed apart, so that a collapsed scatter keeps its digits beside the error of the mean; alone, a set leaves exactly 0 between
    scatter = within + Math.max(0, betweenSets);
    if (memory === 'subsample') {
      const taken = Math.min(n, size);
      const variance = scatter / (size - 1);
      const own = (1 - taken / size) / taken;
      means.models[0] += variance * own;
      covariances.models[0] += variance * variance * own;
      scatter = variance * (taken - 1);
      size = taken;
    }
    spreads.unshift(scatter / (unbiased ? size - 1 : size) + floor);
    spreads.length = Math.min(spreads.length, most);
  }
}
