import { add, type Exact, exact, isPositive, lnOf, minus, per, root, square, sum, times, toNumber } from './exact';

/** Moments of a Gaussian or of a set of points, exact. */
export interface ExactMoments {
  readonly mean: readonly Exact[];
  readonly covariance: readonly (readonly Exact[])[];
}

export type Rows = readonly (readonly number[])[];

/** Mean and unbiased covariance. */
export function momentsOf(rows: Rows): ExactMoments {
  const count = exact(rows.length);
  const axes = rows[0].map((_, a) => rows.map((row) => exact(row[a])));
  const mean = axes.map((values) => per(sum(values), count));
  const away = axes.map((values, a) => values.map((value) => minus(value, mean[a])));
  const covariance = away.map((x) => away.map((y) => per(sum(x.map((value, i) => times(value, y[i]))), minus(count, exact(1)))));
  return { mean, covariance };
}

export function exactMoments(mean: ArrayLike<number>, covariance: ArrayLike<number>): ExactMoments {
  const dim = mean.length;
  return {
    mean: Array.from(mean, exact),
    covariance: Array.from({ length: dim }, (_, i) => Array.from({ length: dim }, (_, j) => exact(covariance[i * dim + j]))),
  };
}

export const traceOf = ({ covariance }: ExactMoments): Exact => sum(covariance.map((row, i) => row[i]));
const determinant2 = ([[a, b], [, c]]: ExactMoments['covariance']): Exact => minus(times(a, c), square(b));

/** Pivots of the elimination of a covariance in its order; [] where one is not positive. */
export function pivotsOf({ covariance }: ExactMoments): Exact[] {
  const rows = covariance.map((row) => [...row]);
  const pivots: Exact[] = [];
  for (let j = 0; j < rows.length; j++) {
    if (!isPositive(rows[j][j])) return [];
    pivots.push(rows[j][j]);
    for (let i = j + 1; i < rows.length; i++) {
      const factor = per(rows[i][j], rows[j][j]);
      for (let k = j; k < rows.length; k++) rows[i][k] = minus(rows[i][k], times(factor, rows[j][k]));
    }
  }
  return pivots;
}

/** exp of the entropy of the covariance's eigenvalues over their sum; in one or two dimensions. */
export function effectiveRank(moments: ExactMoments): number {
  if (moments.mean.length === 1) return 1;
  const [[a, b], [, c]] = moments.covariance;
  const trace = add(a, c);
  const larger = per(add(trace, root(add(square(minus(a, c)), times(exact(4), square(b))))), exact(2));
  const share = toNumber(per(per(determinant2(moments.covariance), larger), trace));
  return share <= 0 ? 1 : Math.exp(-share * Math.log(share) - (1 - share) * Math.log1p(-share));
}

/** |m - n|^2 + tr(S + T - 2 (S T)^(1/2)) in one or two dimensions. */
export function squaredDistance(x: ExactMoments, y: ExactMoments): number {
  const shift = sum(x.mean.map((centre, a) => square(minus(centre, y.mean[a]))));
  return toNumber(minus(sum([shift, traceOf(x), traceOf(y)]), times(exact(2), traceOfRoot(x, y))));
}

function traceOfRoot({ covariance: s }: ExactMoments, { covariance: t }: ExactMoments): Exact {
  if (s.length === 1) return root(times(s[0][0], t[0][0]));
  const product = sum(s.flatMap((row, i) => row.map((entry, j) => times(entry, t[j][i]))));
  return root(add(product, times(exact(2), root(times(determinant2(s), determinant2(t))))));
}

export const logDeterminant = (moments: ExactMoments): number => pivotsOf(moments).reduce((total, pivot) => total + lnOf(pivot), 0);

/** KL(N(0, I) || model) of a regular model: (tr S^-1 + m' S^-1 m - dim + ln det S) / 2. */
export function divergenceFromStandard(model: ExactMoments): number {
  const { mean, covariance } = model;
  const one = mean.map((_, i) => mean.map((_, j) => exact(Number(i === j))));
  const solved = solve(covariance, [...one, mean]);
  const trace = sum(mean.map((_, i) => solved[i][i]));
  const squares = sum(mean.map((centre, i) => times(centre, solved[mean.length][i])));
  return (toNumber(minus(add(trace, squares), exact(mean.length))) + logDeterminant(model)) / 2;
}

/** matrix^-1 of each right side. */
function solve(matrix: ExactMoments['covariance'], sides: readonly (readonly Exact[])[]): Exact[][] {
  const dim = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...sides.map((side) => side[i])]);
  for (let j = 0; j < dim; j++) {
    rows[j] = rows[j].map((entry) => per(entry, rows[j][j]));
    for (let i = 0; i < dim; i++) {
      if (i === j) continue;
      const factor = rows[i][j];
      rows[i] = rows[i].map((entry, k) => minus(entry, times(factor, rows[j][k])));
    }
  }
  return sides.map((_, s) => rows.map((row) => row[dim + s]));
}
