import type { Fitted, Rng, Score } from '../contracts';
import { choleskyLower } from '../math/cholesky';
import { ln } from '../math/ln';
import { planeMoments } from '../math/moments';
import { isResolvedPlane, isSingularCovariance, SINGULAR, unresolvedAxes } from '../math/resolution';
import type { GaussianParameters } from './gaussian';

/** More rows are fitted in steps. */
export const ROWS_AT_ONCE = 20_000;

const LN_2PI = ln(2 * Math.PI);

/**
 * The fit of `gaussian` to points in the plane that all count the same, at once and to the same bits: thousands of small loops would spend
 * their time on steps and on arrays of two numbers.
 * @param values [count, 2], count > 0
 */
export function fitPlane(values: Float64Array, count: number, unbiased: boolean): Fitted<GaussianParameters> {
  const parameters = planeMoments(values, count, unbiased ? count - 1 : count);
  const objective = meanLogLikelihood(values, count, parameters);
  return { parameters, report: { iterations: 0, objective, converged: true, floorReached: false } };
}

function meanLogLikelihood(values: Float64Array, count: number, { mean, covariance }: GaussianParameters): Score {
  if (isSingularCovariance(mean, covariance)) return { undefined: SINGULAR };
  const factor = choleskyLower(covariance, 2);
  const meanX = mean[0];
  const meanY = mean[1];
  const scaleX = factor[0];
  const slope = factor[2];
  const scaleY = factor[3];
  const logDet = 2 * ln(scaleX) + 2 * ln(scaleY);
  let squares = 0;
  for (let at = 0; at < 2 * count; at += 2) {
    const x = (values[at] - meanX) / scaleX;
    const y = (values[at + 1] - meanY - slope * x) / scaleY;
    squares += x * x;
    squares += y * y;
  }
  return { value: -0.5 * (2 * LN_2PI + logDet + squares / count) };
}

/** What `gaussian` draws, in the plane: `into` [count, 2]. */
export function drawPlane({ mean, covariance }: GaussianParameters, bias: number, rng: Rng, into: Float64Array): void {
  const factor = choleskyLower(covariance, 2, isResolvedPlane(covariance, 0, 0) ? [] : unresolvedAxes(covariance, 2, new Float64Array(2)));
  const meanX = mean[0];
  const meanY = mean[1];
  const scaleX = factor[0];
  const slope = factor[2];
  const scaleY = factor[3];
  const spread = Math.sqrt(bias);
  rng.normals(into);
  for (let at = 0; at < into.length; at += 2) {
    const x = spread * into[at];
    const y = spread * into[at + 1];
    into[at] = meanX + scaleX * x;
    into[at + 1] = meanY + slope * x + scaleY * y;
  }
}
