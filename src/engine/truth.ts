import ln from '@stdlib/math-base-special-ln';
import type { Component, Modes } from './contracts';
import { choleskyLower } from './math/cholesky';
import { kullbackLeibler, type Moments, squaredWasserstein } from './math/gaussianDistances';

/** Exact overall moments of weighted Gaussians: m = sum w m_k, C = sum w (C_k + m_k m_k') - m m', centred before it is squared. */
function mixtureMoments(components: readonly Component[]): Moments {
  const dim = components[0].mean.length;
  const mean = new Float64Array(dim);
  for (const component of components) for (let i = 0; i < dim; i++) mean[i] += component.weight * component.mean[i];
  const covariance = new Float64Array(dim * dim);
  for (const component of components) {
    for (let i = 0; i < dim; i++) {
      for (let j = 0; j < dim; j++) {
        const between = (component.mean[i] - mean[i]) * (component.mean[j] - mean[j]);
        covariance[i * dim + j] += component.weight * (component.covariance[i * dim + j] + between);
      }
    }
  }
  return { mean, covariance };
}

/** The true density's Gaussians as components. */
function trueComponents({ count, dim, centres, weights, sigma }: Modes): Component[] {
  const covariance = new Float64Array(dim * dim);
  for (let i = 0; i < dim; i++) covariance[i * dim + i] = sigma * sigma;
  return Array.from({ length: count }, (_, m) => ({ weight: weights[m], mean: centres.subarray(m * dim, (m + 1) * dim), covariance }));
}

const known = new WeakMap<Modes, Moments>();

/** Exact overall moments of the true density, worked out once: it may have 20,000 Gaussians. */
function trueMoments(density: Modes): Moments {
  const moments = known.get(density) ?? mixtureMoments(trueComponents(density));
  known.set(density, moments);
  return moments;
}

/** log det of a covariance; null where it is singular. */
function logDeterminant(covariance: Float64Array, dim: number): number | null {
  const factor = choleskyLower(covariance, dim);
  let sum = 0;
  for (let i = 0; i < dim; i++) {
    if (factor[i * dim + i] === 0) return null;
    sum += 2 * ln(factor[i * dim + i]);
  }
  return sum;
}

/**
 * 1 - sum_m W_m^2, where W_m is the weight of all fitted components whose centre is nearest to mode m (the first of equals): the chance
 * that two draws come from different modes.
 */
function heterozygosityOf(fitted: readonly Component[], { count, dim, centres }: Modes): number {
  const held = new Float64Array(count);
  for (const { weight, mean } of fitted) {
    let nearest = 0;
    let least = Infinity;
    for (let m = 0; m < count; m++) {
      let squared = 0;
      for (let i = 0; i < dim; i++) {
        const away = mean[i] - centres[m * dim + i];
        squared += away * away;
      }
      if (squared < least) {
        least = squared;
        nearest = m;
      }
    }
    held[nearest] += weight;
  }
  return 1 - held.reduce((sum, share) => sum + share * share, 0);
}

export interface TruthValues {
  readonly truth: Record<string, number | null>;
  readonly undefined: Record<string, string>;
}

/**
 * The fitted model, before bias, against the known truth (contract Sect. 2): `meanSquared` |mu_t - mu_0|^2, `traceOverDim` tr Sigma_t / d,
 * `logDet`; between Gaussians `w2Squared` and `kl` = KL(truth || fitted), nats, otherwise `momentFrechet`, the same distance between overall
 * moments; `heterozygosity` of a mixture where the centres of `density` are modes (`hasModes`).
 */
export function compareWithTruth(fitted: readonly Component[], density: Modes, hasModes: boolean): TruthValues {
  const { dim } = density;
  const moments = mixtureMoments(fitted);
  const truth = trueMoments(density);
  let meanSquared = 0;
  let trace = 0;
  for (let i = 0; i < dim; i++) {
    const shift = moments.mean[i] - truth.mean[i];
    meanSquared += shift * shift;
    trace += moments.covariance[i * dim + i];
  }
  const distance = squaredWasserstein(moments, truth);
  const divergence = fitted.length === 1 && density.count === 1 ? kullbackLeibler(truth, moments) : null;
  const values = {
    meanSquared,
    traceOverDim: trace / dim,
    logDet: logDeterminant(moments.covariance, dim),
    ...(divergence === null ? { momentFrechet: distance } : { w2Squared: distance, kl: divergence < Infinity ? divergence : null }),
    ...(hasModes && fitted.length > 1 ? { heterozygosity: heterozygosityOf(fitted, density) } : {}),
  };
  const singular = Object.entries(values).filter(([, value]) => value === null);
  return { truth: values, undefined: Object.fromEntries(singular.map(([key]) => [key, 'the covariance is singular'])) };
}
