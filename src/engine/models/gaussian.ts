import type { FitJob, Fitted, GenerativeModel, Progress, Rng, Samples, Score } from '../contracts';
import type { Experiment } from '../experiment';
import { choleskyLower } from '../math/cholesky';
import { ln } from '../math/ln';
import { covarianceSteps, meanSteps, weightedMomentSteps } from '../math/moments';
import { isSingularCovariance, SINGULAR, unresolvedAxes } from '../math/resolution';
import { inPortions, paused } from '../math/steps';
import { RECIPE_KEYS } from '../recipe';
import { gaussianTheory } from '../theory/gaussian';
import { ABOUT } from './gaussian.about';
import { extrapolated } from './gaussianNeon';
import { drawPlane, fitPlane, ROWS_AT_ONCE } from './gaussianPlane';

/** mean [dim], covariance [dim, dim] row-major */
export interface GaussianParameters {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

/** Operations for a coordinate beside its products, and those between two pauses: some milliseconds, where a pause itself takes some microseconds. */
const JOB = 10;
const PAUSE = 2e6;

/** N(mean, covariance) fitted by its moments. Float64 on every backend; a singular covariance is sampled on its support. */
export const gaussian: GenerativeModel<GaussianParameters> = {
  ...ABOUT,

  bytes({ dim, neon, synthetic }) {
    const model = 8 * (dim + dim * dim);
    return { model, fit: neon > 0 ? 2 * model + 8 * dim * synthetic : model };
  },

  async *fit(jobs, experiment) {
    const fitted: Fitted<GaussianParameters>[] = [];
    const unbiased = experiment.covariance !== 'mle';
    const told = (): Progress => ({ phase: 'fit', done: fitted.length, total: jobs.length });
    let sincePause = 0;
    for (const job of jobs) {
      const { training, weight = null } = job;
      if (experiment.neon > 0) {
        fitted.push(yield* paused(fitWithNeon(job, experiment, unbiased), told()));
      } else if (training.dim === 2 && !weight && training.count > 0 && training.count <= ROWS_AT_ONCE) {
        fitted.push(fitPlane(training.values as Float64Array, training.count, unbiased));
      } else {
        fitted.push(yield* paused(fitGaussian(training, weight, unbiased), told()));
      }
      sincePause += training.values.length * (training.dim + JOB);
      if (sincePause < PAUSE && fitted.length < jobs.length) continue;
      sincePause = 0;
      yield told();
    }
    return fitted;
  },

  async sample(jobs) {
    return jobs.map(({ parameters, count, bias, rng, into }) => {
      const dim = parameters.mean.length;
      const values = into?.length === count * dim ? (into as Float64Array) : new Float64Array(count * dim);
      drawInto(parameters, bias, rng, values);
      return { kind: 'points', count, dim, values };
    });
  },

  theory: { accountsFor: [...RECIPE_KEYS, 'neon'], laws: gaussianTheory },

  components: ({ mean, covariance }) => [{ weight: 1, mean, covariance }],
};

/** The fit in steps. */
export function* fitGaussian(samples: Samples, weight: Float64Array | null, unbiased: boolean): Generator<void, Fitted<GaussianParameters>> {
  const parameters = yield* momentSteps(samples, weight, unbiased);
  const objective = yield* meanLogLikelihood(samples, weight, parameters);
  return { parameters, report: { iterations: 0, objective, converged: true, floorReached: false } };
}

/** The fit with Neon, in steps: `synthetic` samples of the model that is fitted, drawn with its bias, are fitted by the same rule. */
function* fitWithNeon(
  { training, weight = null, rng }: FitJob,
  { neon, synthetic, bias }: Experiment,
  unbiased: boolean,
): Generator<void, Fitted<GaussianParameters>> {
  const fitted = yield* momentSteps(training, weight, unbiased);
  const values = new Float64Array(synthetic * training.dim);
  drawInto(fitted, bias, rng.fork('neon'), values);
  const imitated = yield* momentSteps({ ...training, count: synthetic, values }, null, unbiased);
  const { parameters, clipped } = extrapolated(fitted, imitated, neon);
  const objective = yield* meanLogLikelihood(training, weight, parameters);
  return { parameters, report: { iterations: 0, objective, converged: true, floorReached: false, clipped } };
}

function* momentSteps(samples: Samples, weight: Float64Array | null, unbiased: boolean): Generator<void, GaussianParameters> {
  if (weight) return yield* weightedMomentSteps(samples, weight, unbiased);
  const { values, count, dim } = samples;
  const mean = yield* meanSteps(values, count, dim);
  const covariance = yield* covarianceSteps(values, count, dim, mean, unbiased ? count - 1 : count);
  return { mean, covariance };
}

/** Mean, weighted where there are weights, of log N(x_n; mean, covariance), nats; undefined for a singular covariance. */
function* meanLogLikelihood(
  { values, count }: Samples,
  weight: Float64Array | null,
  { mean, covariance }: GaussianParameters,
): Generator<void, Score> {
  const dim = mean.length;
  if (isSingularCovariance(mean, covariance)) return { undefined: SINGULAR };
  const factor = choleskyLower(covariance, dim);
  let logDet = 0;
  for (let i = 0; i < dim; i++) logDet += 2 * ln(factor[i * dim + i]);
  const whitened = new Float64Array(dim);
  let squares = 0;
  yield* inPortions(count, dim * dim, (from, to) => {
    for (let n = from; n < to; n++) {
      for (let i = 0; i < dim; i++) {
        let rest = values[n * dim + i] - mean[i];
        for (let j = 0; j < i; j++) rest -= factor[i * dim + j] * whitened[j];
        whitened[i] = rest / factor[i * dim + i];
        squares += whitened[i] * whitened[i] * (weight ? weight[n] : 1);
      }
    }
  });
  return { value: -0.5 * (dim * ln(2 * Math.PI) + logDet + squares / (weight ? 1 : count)) };
}

/** `drawGaussian`, in the plane at once. */
function drawInto(parameters: GaussianParameters, bias: number, rng: Rng, into: Float64Array): void {
  if (parameters.mean.length === 2) drawPlane(parameters, bias, rng, into);
  else drawGaussian(parameters, bias, rng, into);
}

/**
 * Fills `into` [count, dim] with draws of N(mean, bias x covariance). A direction whose variance is rounding of the covariance gets none: what
 * was once lost does not come back as noise.
 */
export function drawGaussian({ mean, covariance }: GaussianParameters, bias: number, rng: Rng, into: Float64Array): void {
  const dim = mean.length;
  const factor = choleskyLower(covariance, dim, unresolvedAxes(covariance, dim, new Float64Array(dim)));
  const spread = Math.sqrt(bias);
  rng.normals(into);
  const z = new Float64Array(dim);
  for (let offset = 0; offset < into.length; offset += dim) {
    for (let i = 0; i < dim; i++) z[i] = spread * into[offset + i];
    for (let i = 0; i < dim; i++) {
      let value = mean[i];
      for (let j = 0; j <= i; j++) value += factor[i * dim + j] * z[j];
      into[offset + i] = value;
    }
  }
}
