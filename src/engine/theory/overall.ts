import type { Modes } from '../contracts';
import type { Law } from './law';
import type { LoopMoments } from './moments';
import type { SteadyState } from './steady';

/** tr Sigma_0 / d of a density: the spread within its Gaussians and between their centres. */
function meanVariance({ count, dim, centres, weights, sigma }: Modes): number {
  let between = 0;
  for (let i = 0; i < dim; i++) {
    let mean = 0;
    for (let m = 0; m < count; m++) mean += weights[m] * centres[m * dim + i];
    for (let m = 0; m < count; m++) {
      const away = centres[m * dim + i] - mean;
      between += weights[m] * away * away;
    }
  }
  return sigma * sigma + between / dim;
}

/** The moments in the units of `truth`: E tr Sigma_t / d = a tr Sigma_0 / d and E |mu_t - mu_0|^2 = m tr Sigma_0, and where they settle. */
export function inUnitsOfTruth(density: Modes, { a, m }: LoopMoments, steady: SteadyState): Law {
  const variance = meanVariance(density);
  const times = (value: number | string, factor: number) => (typeof value === 'number' ? value * factor : value);
  return {
    traceOverDim: a * variance,
    meanSquared: m * variance * density.dim,
    traceOverDimSteady: times(steady.a, variance),
    meanSquaredSteady: times(steady.m, variance * density.dim),
  };
}

/** Values of a law of t = 1, 2, ... that is told in order, kept for any order. */
export function remembered<Value>(law: Generator<Value, never>): (t: number) => Value {
  const known: Value[] = [];
  return (t) => {
    while (known.length < t) known.push(law.next().value);
    return known[t - 1];
  };
}
