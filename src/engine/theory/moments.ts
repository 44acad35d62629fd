import type { Recipe } from '../recipe';

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

/** The error of one statistic (a mean, an entry of a covariance) in a fitted model: its second moments. */
interface ModelErrors {
  /** E[e e_i] with each set, [3] */
  readonly shared: Float64Array;
  /** E[e^2] */
  square: number;
  /** E[e e'] with each model before, the newest first */
  readonly before: number[];
}

/** The error of one statistic in the three sets, and in the models that may still give samples. */
interface Errors {
  /** E[e_i e_j] of the sets, [3, 3] */
  readonly sets: Float64Array;
  /** the newest first */
  readonly models: ModelErrors[];
}

function errorsOf(fixed: number): Errors {
  const sets = new Float64Array(9);
  sets[3 * FIXED + FIXED] = fixed;
  return { sets, models: [] };
}

const meanOf = (count: number, of: (at: number) => number) => {
  let sum = 0;
  for (let at = 0; at < count; at++) sum += of(at);
  return sum / count;
};

/** E[e e'] of two models by their ages. */
function between({ models }: Errors, one: number, other: number): number {
  if (one === other) return models[one].square;
  return models[Math.min(one, other)].before[Math.abs(one - other) - 1];
}

/** A new model takes the mean over the sets by `weights`, beside errors of its own of variance `own`; at most `most` models are remembered. */
function fitErrors({ sets, models }: Errors, weights: readonly number[], own: number, most: number): void {
  const shared = new Float64Array(3);
  let square = own;
  for (const i of PARTS) {
    shared[i] = PARTS.reduce((sum, j) => sum + weights[j] * sets[3 * i + j], 0);
    square += weights[i] * shared[i];
  }
  models.length = Math.min(models.length, most - 1);
  const before = models.map((model) => PARTS.reduce((sum, i) => sum + weights[i] * model.shared[i], 0));
  models.unshift({ shared, square, before });
}

/**
 * A batch is drawn from the last `from` models: its error is `gain` times the mean of theirs, with new noise; it becomes `share` of the pool.
 */
function drawErrors(errors: Errors, from: number, gain: number, noise: number, share: number): void {
  const { sets, models } = errors;
  const withSet = (i: number) => gain * meanOf(from, (age) => models[age].shared[i]);
  const withModels = models.map((_, other) => gain * meanOf(from, (age) => between(errors, age, other)));
  const withFixed = withSet(FIXED);
  const withPool = withSet(POOL);
  const own = gain * gain * meanBetween(errors, from) + noise;
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
  for (const [at, { shared }] of models.entries()) {
    shared[POOL] = rest * shared[POOL] + share * withModels[at];
    shared[LAST] = withModels[at];
  }
}

/** E[e e'] of two models that are chosen, each on its own, among the last `from`. */
const meanBetween = (errors: Errors, from: number) => meanOf(from, (one) => meanOf(from, (other) => between(errors, one, other)));

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
 * @param most the most models that give samples for one D_t
 */
export function* momentLaw(initial: number, recipeAt: (t: number) => Recipe, { unbiased, floor }: Fit, most = 1): Generator<LoopMoments, never> {
  const sizes = [initial, 0, 0];
  const scatters = [initial - 1, 0, 0];
  const means = errorsOf(1 / initial);
  const covariances = errorsOf(1 / initial);

  fitErrors(means, [1, 0, 0], 0, most);
  fitErrors(covariances, [1, 0, 0], 0, most);
  // a of the models that may still give samples, the newest first
  const spreads = [(initial - 1) / (unbiased ? initial - 1 : initial) + floor];
  let scatter = initial - 1;
  let size = initial;
  if (recipeAt(2).initial === 0) covariances.models[0].square = (spreads[0] * spreads[0]) / initial;
  for (let t = 2; ; t++) {
    yield { a: spreads[0], m: means.models[0].square, v: covariances.models[0].square };

    const { initial: fixed, fresh, memory, drawn: n, models: from, bias } = recipeAt(t);
    const remembersAll = memory === 'all' || memory === 'subsample';
    if (n > 0) {
      // the last models give their batch
      const a = meanOf(from, (age) => spreads[age]);
      const apartMeans = meanOf(from, (age) => means.models[age].square) - meanBetween(means, from);
      const share = n / (sizes[POOL] + n);
      // the law of v takes a pool's variance over its size where the pool begins with D_1
      const spread = memory === 'all' && fixed > 0 ? scatter / size : a;
      const noise = (bias * a + apartMeans) / n;
      const withPool = meanOf(from, (age) => means.models[age].shared[POOL]);
      const apart = meanBetween(means, from) + noise - 2 * withPool + means.sets[3 * POOL + POOL];
      drawErrors(means, from, 1, noise, share);
      drawErrors(covariances, from, bias, (bias * bias * spread * spread) / n, share);
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
    fitErrors(means, weights, freshError, most);
    fitErrors(covariances, weights, freshError, most);
    let within = Math.max(0, fresh - 1);
    let betweenSets = (fresh > 0 ? 1 : 0) - size * means.models[0].square;
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
      means.models[0].square += variance * own;
      covariances.models[0].square += variance * variance * own;
      scatter = variance * (taken - 1);
      size = taken;
    }
    spreads.unshift(scatter / (unbiased ? size - 1 : size) + floor);
    spreads.length = Math.min(spreads.length, most);
  }
}
