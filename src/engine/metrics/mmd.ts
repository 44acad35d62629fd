import type { Cloud, Score } from '../contracts';
import { exp } from '../math/exp';
import { inPortions } from '../math/steps';
import { PAIR_LIMIT, tooMany } from './scene';

/**
 * Squared maximum mean discrepancy with the RBF kernel k(x, y) = exp(-|x - y|^2 / (2 sigma^2)), unbiased:
 * mean of k(x_i, x_j) over i != j + the same of y - 2 mean of k(x_i, y_j). It may be negative. Source: Gretton et al., JMLR 13 (2012).
 *
 * Undefined with fewer than two samples on either side.
 */
export function* mmdUnbiased(real: Cloud, synthetic: Cloud, sigma: number): Generator<void, Score> {
  for (const [name, { count }] of [
    ['real', real],
    ['generated', synthetic],
  ] as const) {
    if (count < 2) return { undefined: `needs 2 ${name} samples, has ${count}` };
    if (count > PAIR_LIMIT) return tooMany(name, count);
  }
  const within = (yield* withinMean(real, sigma)) + (yield* withinMean(synthetic, sigma));
  let cross = 0;
  yield* inPortions(real.count, synthetic.count * (real.dim + 10), (from, to) => {
    for (let i = from; i < to; i++) cross += kernelSum(real, i, synthetic, 0, sigma);
  });
  return { value: within - (2 * cross) / (real.count * synthetic.count) };
}

function* withinMean(cloud: Cloud, sigma: number): Generator<void, number> {
  const { count, dim } = cloud;
  let sum = 0;
  yield* inPortions(count, count * (dim + 10), (from, to) => {
    for (let i = from; i < to; i++) sum += kernelSum(cloud, i, cloud, i + 1, sigma);
  });
  return (2 * sum) / (count * (count - 1));
}

/** Sum of k(row i of `a`, row j of `b`) over j >= first. */
function kernelSum(a: Cloud, i: number, b: Cloud, first: number, sigma: number): number {
  const { dim } = a;
  const factor = -0.5 / (sigma * sigma);
  let sum = 0;
  for (let j = first; j < b.count; j++) {
    let squared = 0;
    for (let axis = 0; axis < dim; axis++) {
      const difference = a.values[i * dim + axis] - b.values[j * dim + axis];
      squared += difference * difference;
    }
    sum += exp(factor * squared);
  }
  return sum;
}
