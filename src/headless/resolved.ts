import { EngineError } from '../engine/errors';
import { coordinateSizes, DOUBLE, TENSORS, unresolvedAxes } from '../engine/math/resolution';
import type { FixedEmTask } from '../engine/models/gaussianMixture/fixedEm';
import type { Mixture } from '../engine/models/gaussianMixture/mixture';

/** Rejects a mixture with a component that has no variance in some direction: what its covariance says there is rounding, not data. */
export function assertResolved({ dim, weights, covariances }: Mixture, { values, floor, path }: FixedEmTask): void {
  const sizes = coordinateSizes(values, dim);
  for (let k = 0; k < weights.length; k++) {
    const covariance = covariances.subarray(k * dim * dim, (k + 1) * dim * dim);
    const [axis] = unresolvedAxes(covariance, dim, sizes, path === 'tfjs' ? TENSORS : DOUBLE);
    if (axis === undefined) continue;
    const advice = `Raise covarianceFloor (${floor})${path === 'tfjs' ? ' or take path=float64' : ''}.`;
    throw new EngineError('not-finite', `Component ${k} has collapsed: it has no variance along axis ${axis} beyond rounding. ${advice}`);
  }
}
