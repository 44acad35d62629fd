import type { Recipe } from './recipe';

/** Second moments of the fitted model over runs, in units of Sigma_0. */
export interface LoopMoments {
  /** E[Sigma_t] = a Sigma_0 */
  readonly a: number;
  /** E[(mu_t - mu_0)(mu_t - mu_0)'] = m Sigma_0 */
  readonly m: number;
  /** variance of an off-diagonal entry of Sigma_t where Sigma_0 = I, half of a diagonal one's: to leading order, for normal data */
  readonly v: number;
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

/** The error of one statistic (a mean, an entry of a covariance) in the three sets and in the model: its second moments. */
interface Errors {
  /** E[e_i e_j] of the sets, [3, 3] */
  readonly sets: Float64Array;
  /** E[e e_i] of the model with each set, [3] */
  readonly shared: Float64Array;
  /** E[e^2] of the model */
  square: number;
}

function errorsOf(fixed: number): Errors {
  const sets = new Float64Array(9);
  sets[3 * FIXED + FIXED] = fixed;
  return { sets, shared: new Float64Array(3), square: 0 };
}

/** The model takes the mean over its sets by `weights`, beside errors of its own of variance `own`. */
function fitErrors(errors: Errors, weights: readonly number[], own: number): void {
  errors.square = own;
  for (const i of PARTS) {
    errors.shared[i] = PARTS.reduce((sum, j) => sum + weights[j] * errors.sets[3 * i + j], 0);
    errors.square += weights[i] * errors.shared[i];
  }
}

/** A batch is drawn: its error is `gain` times the model's, with new noise; it becomes `share` of the pool. */
function drawErrors({ sets, shared, square }: Errors, gain: number, noise: number, share: number): void {
  const withFixed = gain * shared[FIXED];
  const withPool = gain * shared[POOL];
  const own = gain * gain * square + noise;
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
}

/**
 * The moments of the fitted model for t = 1, 2, ... without end, of every loop and memory, with settings that may change every generation.
 *
 * a and m are exact, for real data of any distribution with a covariance and in any dimension: a batch of n samples has the model's mean
 * with new noise of variance lambda a / n, and scatter (n - 1) lambda a; pooling adds what lies between the means; n of P samples without
 * replacement have a mean with noise A (1 - n/P) / n, where A is the pool's covariance over P - 1. v carries the errors of the covariance
 * the same way, times lambda, with noise lambda^2 a^2 / n (the second-order law: MODEL.md, theory).
 * @param initial n_ini
 * @param recipeAt what D_t is made of, t >= 2
 */
export function* momentLaw(initial: number, recipeAt: (t: number) => Recipe, { unbiased, floor }: Fit): Generator<LoopMoments, never> {
  const sizes = [initial, 0, 0];
  const scatters = [initial - 1, 0, 0];
  const means = errorsOf(1 / initial);
  const covariances = errorsOf(1 / initial);

  fitErrors(means, [1, 0, 0], 0);
  fitErrors(covariances, [1, 0, 0], 0);
  let a = (initial - 1) / (unbiased ? initial - 1 : initial) + floor;
  let scatter = initial - 1;
  let size = initial;
  if (recipeAt(2).fixed === 0) covariances.square = (a * a) / initial;
  for (let t = 2; ; t++) {
    yield { a, m: means.square, v: covariances.square };

    // G_{t-1} gives its batch
    const { fixed, fresh, memory, synthetic: n, bias } = recipeAt(t);
    const share = n / (sizes[POOL] + n);
    // the law of v takes a pool's variance over its size where the pool begins with D_1
    const spread = memory === 'all' && fixed > 0 ? scatter / size : a;
    const apart = means.square + (bias * a) / n - 2 * means.shared[POOL] + means.sets[3 * POOL + POOL];
    drawErrors(means, 1, (bias * a) / n, share);
    drawErrors(covariances, bias, (bias * bias * spread * spread) / n, share);
    scatters[LAST] = (n - 1) * bias * a;
    scatters[POOL] += scatters[LAST] + sizes[POOL] * share * apart;
    sizes[POOL] += n;
    sizes[LAST] = n;

    // D_t is pooled, and G_t fitted
    const counts = [fixed, memory === 'previous' ? 0 : sizes[POOL], memory === 'previous' ? n : 0];
    size = fresh + counts.reduce((sum, count) => sum + count, 0);
    const weights = counts.map((count) => count / size);
    const freshError = fresh > 0 ? fresh / size / size : 0;
    fitErrors(means, weights, freshError);
    fitErrors(covariances, weights, freshError);
    let within = Math.max(0, fresh - 1);
    let between = (fresh > 0 ? 1 : 0) - size * means.square;
    for (const i of PARTS) {
      if (counts[i] === 0) continue;
      within += scatters[i];
      between += counts[i] * means.sets[3 * i + i];
    }
    // summed apart, so that a collapsed scatter keeps its digits beside the error of the mean; alone, a set leaves exactly 0 between
    scatter = within + Math.max(0, between);
    if (memory === 'subsample') {
      const taken = Math.min(n, size);
      const variance = scatter / (size - 1);
      const own = (1 - taken / size) / taken;
      means.square += variance * own;
      covariances.square += variance * variance * own;
      scatter = variance * (taken - 1);
      size = taken;
    }
    a = scatter / (unbiased ? size - 1 : size) + floor;
  }
}
