import { EngineError } from '../engine/errors';
import { choleskyLower } from '../engine/math/cholesky';
import { meanOf } from '../engine/math/moments';
import type { FixedEmTask } from '../engine/models/gaussianMixture/fixedEm';
import type { Mixture } from '../engine/models/gaussianMixture/mixture';

/**
 * What rounding leaves where there is no variance, several times what 60 sets of points in 2, 3 and 8 dimensions without variance in one
 * direction showed: of coincident points a share of the spread of all, as a standard deviation (seen 3e-15, tfjs 1.3e-14); of an axis that
 * the axes before it determine a share of its variance (`onLine` with one before it, seen 3e-15, tfjs 6e-13; `inPlane` with more, whose own
 * near dependence multiplies it, seen 1.1e-10, tfjs 2.6e-10).
 */
const ROUNDING = { float64: { ofSpread: 2e-14, onLine: 1e-13, inPlane: 1e-9 }, tfjs: { ofSpread: 1e-13, onLine: 1e-11, inPlane: 1e-9 } } as const;

/** Rejects a mixture with a component that has no variance in some direction: what its covariance says there is rounding, not data. */
export function assertResolved({ dim, weights, covariances }: Mixture, { values, count, floor, path }: FixedEmTask): void {
  const { ofSpread, onLine, inPlane } = ROUNDING[path];
  const share = dim <= 2 ? onLine : inPlane;
  const spread = spreadOf(values, count, dim);
  for (let k = 0; k < weights.length; k++) {
    const covariance = covariances.subarray(k * dim * dim, (k + 1) * dim * dim);
    const factor = choleskyLower(covariance, dim);
    for (let i = 0; i < dim; i++) {
      // the variance of axis i that those before it leave
      const variance = factor[i * dim + i] * factor[i * dim + i];
      if (variance > Math.max(share * covariance[i * dim + i], (ofSpread * spread[i]) ** 2)) continue;
      const advice = `Raise covarianceFloor (${floor})${path === 'tfjs' ? ' or take path=float64' : ''}.`;
      throw new EngineError('not-finite', `Component ${k} has collapsed: it has no variance along axis ${i} beyond rounding. ${advice}`);
    }
  }
}

/** Largest distance from the mean along each axis. */
function spreadOf(values: Float64Array, count: number, dim: number): Float64Array {
  const mean = meanOf(values, count, dim);
  const spread = new Float64Array(dim);
  for (let i = 0; i < values.length; i++) {
    const axis = i % dim;
    spread[axis] = Math.max(spread[axis], Math.abs(values[i] - mean[axis]));
  }
  return spread;
}
