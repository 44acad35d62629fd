import type { CovarianceStructure, EmTask, Mixture } from './mixture';

/**
 * Below this floor, in units of the points' mean variance, coordinates and means take a second float32. The rounding of one, 6e-8, shows in
 * a variance v of n points by about 1e-7 / sqrt(v n): where components collapse and the distances between them do not.
 */
const FINE_FLOOR = 1e-8;

/** How parameters lie in a flat list: the same for all tasks of a batch. */
export interface Layout {
  readonly dim: number;
  readonly structure: CovarianceStructure;
  readonly fine: boolean;
}

/**
 * The parameters of a component: its weight, then of every axis i its mean (fine: what float32 rounds off it, too), its slopes l_ij on the
 * residuals of the axes j < i before it (none but with structure `full`) and the variance v_i of its own residual. C = L D L' with the slopes
 * below the unit diagonal of L and D = diag(v): in float32 this keeps a thin component's short axes, which differences of C's entries lose.
 */
export interface Axis<Entry> {
  readonly mean: Entry;
  readonly remainder: Entry | null;
  readonly slopes: readonly Entry[];
  readonly variance: Entry;
}

export function layoutOf({ start, structure, floor }: EmTask): Layout {
  return { dim: start.dim, structure, fine: floor < FINE_FLOOR };
}

export const slopesOf = (axis: number, { structure }: Layout): number => (structure === 'full' ? axis : 0);

/** A flat list's entries after the weight, by axis. */
export function axesOf<Entry>(entries: readonly Entry[], layout: Layout): Axis<Entry>[] {
  let at = 1;
  return Array.from({ length: layout.dim }, (_, i) => {
    const mean = entries[at++];
    const remainder = layout.fine ? entries[at++] : null;
    const slopes = entries.slice(at, at + slopesOf(i, layout));
    at += slopes.length;
    return { mean, remainder, slopes, variance: entries[at++] };
  });
}

/** `axesOf` undone. */
export function entriesOf<Entry>(weight: Entry, axes: readonly Axis<Entry>[]): Entry[] {
  return [
    weight,
    ...axes.flatMap(({ mean, remainder, slopes, variance }) => [mean, ...(remainder === null ? [] : [remainder]), ...slopes, variance]),
  ];
}

export const roundedOff = (value: number): number => value - Math.fround(value);

/** Component k of a mixture, in float64: u_ij = c_ij - sum_{m<j} l_im u_jm, l_ij = u_ij / v_j, v_i = c_ii - sum_{m<i} l_im u_im. */
export function flatten({ dim, weights, means, covariances }: Mixture, layout: Layout, k: number): number[] {
  const axes: Axis<number>[] = [];
  const products: number[][] = [];
  for (let i = 0; i < dim; i++) {
    const row = covariances.subarray((k * dim + i) * dim);
    const slopes: number[] = [];
    const u: number[] = [];
    for (let j = 0; j < slopesOf(i, layout); j++) {
      u.push(slopes.reduce((left, slope, m) => left - slope * products[j][m], row[j]));
      slopes.push(u[j] / axes[j].variance);
    }
    products.push(u);
    const mean = means[k * dim + i];
    const variance = slopes.reduce((left, slope, m) => left - slope * u[m], row[i]);
    axes.push({ mean, remainder: layout.fine ? roundedOff(mean) : null, slopes, variance });
  }
  return entriesOf(weights[k], axes);
}

/** One lane's parameters, each of its K components in turn, as a mixture; its weights are made to sum to 1 in float64. */
export function unflatten(row: Float32Array, components: number, layout: Layout): Mixture {
  const { dim } = layout;
  const weights = Float64Array.from(row.subarray(0, components));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const means = new Float64Array(components * dim);
  const covariances = new Float64Array(components * dim * dim);
  for (let k = 0; k < components; k++) {
    const entries = Array.from({ length: row.length / components }, (_, entry) => row[entry * components + k]);
    const axes = axesOf(entries, layout);
    for (const [i, { mean, remainder, slopes, variance }] of axes.entries()) {
      means[k * dim + i] = mean + (remainder ?? 0);
      for (let j = 0; j <= i; j++) {
        let entry = j === i ? variance : (slopes[j] ?? 0) * axes[j].variance;
        for (const [m, slope] of axes[j].slopes.entries()) entry += slopes[m] * slope * axes[m].variance;
        covariances[(k * dim + i) * dim + j] = entry;
        covariances[(k * dim + j) * dim + i] = entry;
      }
    }
  }
  return { dim, weights: weights.map((weight) => weight / total), means, covariances };
}
