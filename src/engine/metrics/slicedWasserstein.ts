import type { Cloud, Rng, Score } from '../contracts';

/**
 * Sliced squared 2-Wasserstein distance: the mean over `projections` [count, dim] (unit rows) of the one-dimensional W2^2 between the projected
 * clouds, the integral over u in [0, 1] of the squared difference of their empirical quantile functions; exact for unequal sizes too.
 * Source: Bonneel et al. 2015.
 *
 * Undefined where a cloud or the set of projections is empty.
 */
export function slicedW2Squared(real: Cloud, synthetic: Cloud, projections: Cloud): Score {
  if (real.count === 0 || synthetic.count === 0) return { undefined: `there are no ${real.count === 0 ? 'real' : 'generated'} samples` };
  if (projections.count === 0) return { undefined: 'there are no projections' };
  const origin = real.values.subarray(0, real.dim);
  let sum = 0;
  for (let p = 0; p < projections.count; p++) sum += squaredW2(project(real, origin, projections, p), project(synthetic, origin, projections, p));
  return { value: sum / projections.count };
}

/** Unit directions [count, dim], uniform on the sphere. */
export function randomDirections(count: number, dim: number, rng: Rng): Cloud {
  const values = Float64Array.from({ length: count * dim }, () => rng.normal());
  for (let start = 0; start < values.length; start += dim) {
    const row = values.subarray(start, start + dim);
    const norm = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    for (let a = 0; a < dim; a++) row[a] /= norm;
  }
  return { count, dim, values };
}

/** Coordinates along direction p, ascending, from `origin`: far from 0 a sum over axes would be rounded by more than the points differ. */
function project({ count, dim, values }: Cloud, origin: Float64Array, projections: Cloud, p: number): Float64Array {
  const along = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    for (let a = 0; a < dim; a++) along[i] += (values[i * dim + a] - origin[a]) * projections.values[p * dim + a];
  }
  return along.sort();
}

/** W2^2 of two ascending samples: both quantile functions are constant between the breaks i / n and j / m. */
function squaredW2(x: Float64Array, y: Float64Array): number {
  const [n, m] = [x.length, y.length];
  let sum = 0;
  // position on [0, n m], where all breaks are whole numbers
  let here = 0;
  for (let i = 0, j = 0; i < n && j < m; ) {
    const [endX, endY] = [(i + 1) * m, (j + 1) * n];
    const next = Math.min(endX, endY);
    sum += (next - here) * (x[i] - y[j]) * (x[i] - y[j]);
    here = next;
    if (next === endX) i++;
    if (next === endY) j++;
  }
  return sum / (n * m);
}
