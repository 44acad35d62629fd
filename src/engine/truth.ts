import ln from '@stdlib/math-base-special-ln';
import type { Component, Modes } from './contracts';
import { choleskyLower } from './math/cholesky';
import { symmetricEigenvalues } from './math/symmetricEigen';

/** Mean [dim] and covariance [dim, dim] of a whole density. */
interface Moments {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

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

/** tr (A B)^(1/2) of two covariances: closed forms for B = b I and for dim 2 (tr sqrt M = sqrt(tr M + 2 sqrt det M)). */
function traceRootProduct(a: Float64Array, b: Float64Array, dim: number): number {
  const isotropic = b.every((value, at) => (at % (dim + 1) === 0 ? value === b[0] : value === 0));
  if (isotropic) return Math.sqrt(b[0]) * symmetricEigenvalues(a, dim).reduce((sum, value) => sum + Math.sqrt(Math.max(0, value)), 0);
  const trace = a[0] * b[0] + 2 * a[1] * b[1] + a[3] * b[3];
  const determinant = (a[0] * a[3] - a[1] * a[1]) * (b[0] * b[3] - b[1] * b[1]);
  return Math.sqrt(Math.max(0, trace + 2 * Math.sqrt(Math.max(0, determinant))));
}

/** |m1 - m2|^2 + tr(S1 + S2 - 2 (S1 S2)^(1/2)): the squared 2-Wasserstein distance of two Gaussians with these moments. */
function momentDistance(fitted: Moments, truth: Moments): number {
  const dim = fitted.mean.length;
  let sum = -2 * traceRootProduct(fitted.covariance, truth.covariance, dim);
  for (let i = 0; i < dim; i++) {
    const shift = fitted.mean[i] - truth.mean[i];
    sum += shift * shift + fitted.covariance[i * dim + i] + truth.covariance[i * dim + i];
  }
  return Math.max(0, sum);
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
 * `logDet`, and the exact distance: `w2Squared` between Gaussians, `momentFrechet` between overall moments where either is a mixture;
 * `heterozygosity` of a mixture where the centres of `density` are modes (`hasModes`).
 */
export function compareWithTruth(fitted: readonly Component[], density: Modes, hasModes: boolean): TruthValues {
  const { dim } = density;
  const moments = mixtureMoments(fitted);
  const truth = mixtureMoments(trueComponents(density));
  let meanSquared = 0;
  let trace = 0;
  for (let i = 0; i < dim; i++) {
    const shift = moments.mean[i] - truth.mean[i];
    meanSquared += shift * shift;
    trace += moments.covariance[i * dim + i];
  }
  const logDet = logDeterminant(moments.covariance, dim);
  const distance = momentDistance(moments, truth);
  const bothGaussian = fitted.length === 1 && density.count === 1;
  return {
    truth: {
      meanSquared,
      traceOverDim: trace / dim,
      logDet,
      ...(bothGaussian ? { w2Squared: distance } : { momentFrechet: distance }),
      ...(hasModes && fitted.length > 1 ? { heterozygosity: heterozygosityOf(fitted, density) } : {}),
    },
    undefined: logDet === null ? { logDet: 'the covariance is singular' } : {},
  };
}
