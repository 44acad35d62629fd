import type { Experiment } from '../experiment';

/** E[Sigma_t] = a Sigma_0 and E[(mu_t - mu_0)(mu_t - mu_0)'] = m Sigma_0. */
export interface LoopMoments {
  readonly a: number;
  readonly m: number;
}

/** n_ini, n_r, n_s, lambda and the divisor's convention. */
interface Setting {
  readonly initial: number;
  readonly real: number;
  readonly synthetic: number;
  readonly bias: number;
  readonly unbiased: boolean;
}

type Law = (setting: Setting) => Generator<LoopMoments, never>;

/** By loop and memory; all exact, for real data of any distribution with a covariance. */
const laws: Readonly<Record<string, Law>> = {
  'fully-synthetic previous': fullySynthetic,
  'fully-synthetic all': (setting) => accumulating({ ...setting, real: 0 }),
  'fresh-data previous': freshData,
  'fresh-data all': accumulating,
  'synthetic-augmentation previous': augmentation,
  'synthetic-augmentation all': augmentationAll,
  'synthetic-augmentation subsample': augmentationSubsample,
};

/** The moments of the fitted Gaussian for t = 1, 2, ... without end; null where the loop does not know the memory. */
export function momentLaw(loop: string, experiment: Experiment): Generator<LoopMoments, never> | null {
  const { memory, initialReal: initial, real, synthetic, bias, covariance } = experiment;
  return laws[`${loop} ${memory}`]?.({ initial, real, synthetic, bias, unbiased: covariance !== 'mle' }) ?? null;
}

/** What turns the mean scatter per sample of n samples into the fitted covariance. */
function convention(n: number, unbiased: boolean): number {
  return unbiased ? n / (n - 1) : 1;
}

function firstFit({ initial, unbiased }: Setting): LoopMoments {
  return { a: convention(initial, unbiased) * (1 - 1 / initial), m: 1 / initial };
}

function* fullySynthetic(setting: Setting): Generator<LoopMoments, never> {
  const { synthetic: n, bias, unbiased } = setting;
  let { a, m } = firstFit(setting);
  for (;;) {
    yield { a, m };
    m += (bias * a) / n;
    a *= bias * (unbiased ? 1 : 1 - 1 / n);
  }
}

function* freshData(setting: Setting): Generator<LoopMoments, never> {
  const n = setting.real + setting.synthetic;
  const p = setting.real / n;
  const q = setting.synthetic / n;
  const { bias } = setting;
  const kappa = convention(n, setting.unbiased);
  let { a, m } = firstFit(setting);
  for (;;) {
    yield { a, m };
    const before = a;
    a = kappa * ((1 - 1 / n) * (p + bias * q * a) + p * q * m);
    m = p / n + q * q * m + (bias * q * before) / n;
  }
}

function* augmentation(setting: Setting): Generator<LoopMoments, never> {
  const fixed = setting.initial;
  const n = fixed + setting.synthetic;
  const p = fixed / n;
  const q = setting.synthetic / n;
  const { bias } = setting;
  const kappa = convention(n, setting.unbiased);
  let { a } = firstFit(setting);
  // how far the mean has drifted from that of the fixed real samples
  let drift = 0;
  for (;;) {
    yield { a, m: drift + 1 / fixed };
    const before = a;
    a = kappa * (p * (1 - 1 / fixed) + bias * q * (1 - 1 / n) * a + p * q * drift);
    drift = q * q * drift + (bias * q * before) / n;
  }
}

function* augmentationAll(setting: Setting): Generator<LoopMoments, never> {
  const { initial, synthetic, bias, unbiased } = setting;
  let size = initial;
  let scatter = 1 - 1 / initial;
  let m = 1 / initial;
  for (;;) {
    const a = convention(size, unbiased) * scatter;
    yield { a, m };
    size += synthetic;
    const b = synthetic / size;
    m += (b * b * bias * a) / synthetic;
    scatter = scatter * (1 - b) + bias * a * b * (1 - b / synthetic);
  }
}

/**
 * The pool of real and synthetic samples has scatter A (divisor size - 1) and mean error B; the model is fitted to n_s of them, drawn
 * without replacement.
 */
function* augmentationSubsample(setting: Setting): Generator<LoopMoments, never> {
  const { initial, synthetic: n, bias, unbiased } = setting;
  let size = initial;
  let scatter = 1;
  let error = 1 / initial;
  // variance of the subsample's mean about the pool's: none while the model sees the whole pool
  let gap = 0;
  let fitted = initial;
  for (;;) {
    const a = scatter * (unbiased ? 1 : 1 - 1 / fitted);
    yield { a, m: error + scatter * gap };
    const grown = size + n;
    const shift = scatter * gap + (bias * a) / n;
    error += (n / grown) * (n / grown) * shift;
    scatter = (scatter * (size - 1) + bias * a * (n - 1) + ((n * size) / grown) * shift) / (grown - 1);
    size = grown;
    gap = (1 / n) * (1 - n / size);
    fitted = n;
  }
}

/**
 * All synthetic samples kept, beside n_r fresh real ones (0: fully synthetic). The pool of P synthetic samples has summed scatter S and mean
 * error u; with x its mean, r the fresh mean and w = n_r / (n_r + P), the model's mean is y = w r + (1 - w) x, so
 * E y^2 = w^2/n_r + (1-w)^2 u, E xy = (1-w) u and E (y-x)^2 = w^2 (1/n_r + u).
 */
function* accumulating(setting: Setting): Generator<LoopMoments, never> {
  const { real, synthetic, bias, unbiased } = setting;
  let { a, m } = firstFit(setting);
  yield { a, m };
  let size = synthetic;
  let scatter = (synthetic - 1) * bias * a;
  let error = m + (bias * a) / synthetic;
  for (;;) {
    const n = real + size;
    const w = real / n;
    const freshError = real > 0 ? 1 / real : 0;
    const between = freshError + error;
    a = (Math.max(0, real - 1) + scatter + ((real * size) / n) * between) / (unbiased ? n - 1 : n);
    m = w * w * freshError + (1 - w) * (1 - w) * error;
    yield { a, m };
    const batchError = m + (bias * a) / synthetic;
    const grown = size + synthetic;
    scatter += (synthetic - 1) * bias * a + ((size * synthetic) / grown) * (w * w * between + (bias * a) / synthetic);
    error = (size * size * error + synthetic * synthetic * batchError + 2 * size * synthetic * (1 - w) * error) / (grown * grown);
    size = grown;
  }
}
