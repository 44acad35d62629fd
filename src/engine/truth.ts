import type { Component, Modes, Score } from './contracts';
import { kullbackLeibler, logDeterminant, type Moments, squaredWasserstein } from './math/gaussianDistances';
import { isSingularCovariance, isSpread, SINGULAR, sizesOfMoments } from './math/resolution';
import { finiteScore } from './metrics/range';

/** Exact overall moments of weighted Gaussians: m = sum w m_k, C = sum w (C_k + m_k m_k') - m m', centred before it is squared. */
function mixtureMoments(components: readonly Component[]): Moments {
  const [{ weight, mean: only }] = components;
  if (components.length === 1 && weight === 1 && only.every(Number.isFinite)) return components[0];
  const dim = only.length;
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

/**
 * 1 - sum_m W_m^2, where W_m is the weight of all fitted components whose centre is nearest to mode m (the first of equals): the chance
 * that two draws come from different modes. NaN where a component is so far away that none is nearest.
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
    held[nearest] += least < Infinity ? weight : Number.NaN;
  }
  return 1 - held.reduce((sum, share) => sum + share * share, 0);
}

export interface TruthValues {
  readonly truth: Record<string, number | null>;
  readonly undefined: Record<string, string>;
}

/** A value that a covariance without variance in some direction, beyond rounding, does not have. */
const ofRegular = (isSingular: boolean, compute: () => number): Score => (isSingular ? { undefined: SINGULAR } : { value: compute() });

function traceOverDimOf({ mean, covariance }: Moments): Score {
  const dim = mean.length;
  let trace = 0;
  for (let i = 0; i < dim; i++) trace += covariance[i * dim + i];
  const isKnown = trace === 0 || isSpread(trace, sizesOfMoments(mean, covariance));
  return isKnown ? { value: trace / dim } : { undefined: 'the variance is below the rounding of the coordinates' };
}

/** A score's value; where it has none null, with the reason among `reasons`. */
function valueOrNull(reasons: Record<string, string>, key: string, score: Score): number | null {
  const finite = finiteScore(score);
  if ('value' in finite) return finite.value;
  reasons[key] = finite.undefined;
  return null;
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
  for (let i = 0; i < dim; i++) {
    const shift = moments.mean[i] - truth.mean[i];
    meanSquared += shift * shift;
  }
  const distance = { value: squaredWasserstein(moments, truth) };
  const isSingular = isSingularCovariance(moments.mean, moments.covariance) && moments.covariance.every(Number.isFinite);
  const reasons: Record<string, string> = {};
  const values: Record<string, number | null> = {
    meanSquared: valueOrNull(reasons, 'meanSquared', { value: meanSquared }),
    traceOverDim: valueOrNull(reasons, 'traceOverDim', traceOverDimOf(moments)),
    logDet: valueOrNull(
      reasons,
      'logDet',
      ofRegular(isSingular, () => logDeterminant(moments.covariance, dim)),
    ),
  };
  if (fitted.length === 1 && density.count === 1) {
    values.w2Squared = valueOrNull(reasons, 'w2Squared', distance);
    values.kl = valueOrNull(
      reasons,
      'kl',
      ofRegular(isSingular, () => kullbackLeibler(truth, moments)),
    );
  } else values.momentFrechet = valueOrNull(reasons, 'momentFrechet', distance);
  if (hasModes && fitted.length > 1) values.heterozygosity = valueOrNull(reasons, 'heterozygosity', { value: heterozygosityOf(fitted, density) });
  return { truth: values, undefined: reasons };
}
