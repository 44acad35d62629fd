import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../../headless/nodeHost';
import type { FitJob, Samples } from '../contracts';
import { parseExperiment } from '../experimentText';
import { finishAsync } from '../math/steps';
import { symmetricEigenvalues } from '../math/symmetricEigen';
import { createRng } from '../rng';
import { drawGaussian, type GaussianParameters, gaussian } from './gaussian';
import { extrapolated } from './gaussianNeon';

const host = createNodeHost('cpu');
const experimentOf = (keys: Record<string, unknown>) => parseExperiment({ model: 'gaussian', dataset: 'gaussian', ...keys }).experiment;

/** Real data N(0, I). */
function realOf(seed: number, count: number, dim: number): Samples {
  const values = new Float64Array(count * dim);
  createRng(seed).fork('real').normals(values);
  return { kind: 'points', count, dim, values };
}

const jobOf = (seed: number, count: number, dim = 2): FitJob => {
  const training = realOf(seed, count, dim);
  return { training, initial: training, rng: createRng(seed).fork('fit') };
};

/** (mean of `values` - wanted) in its standard errors */
function zOf(values: readonly number[], wanted: number): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return (mean - wanted) / Math.sqrt(variance / values.length);
}

describe('the Gaussian with Neon', () => {
  it.each([
    { bias: 0.8, neon: 0.5, covariance: 'unbiased' },
    { bias: 0.8, neon: 1.25, covariance: 'unbiased' },
    { bias: 0.8, neon: 1.25, covariance: 'mle' },
    { bias: 0.5, neon: 2, covariance: 'unbiased' },
    { bias: 1, neon: 1, covariance: 'unbiased' },
  ])(
    'has the mean covariance (1 + w(1 − λ)) Σ, the mean’s error 1/n_r + w² λ a/n_s: λ = $bias, w = $neon, $covariance',
    async ({ bias, neon, covariance }) => {
      const [real, synthetic, runs] = [50, 200, 3000];
      const experiment = experimentOf({ bias, neon, covariance, synthetic });
      const fits = await finishAsync(
        gaussian.fit(
          Array.from({ length: runs }, (_, seed) => jobOf(seed, real)),
          experiment,
          host,
        ),
      );
      const entries = (at: number) => fits.map(({ parameters }) => parameters.covariance[at]);
      // maximum likelihood takes 1/n away, of the model and of what imitates it
      const [a, kept] = covariance === 'mle' ? [1 - 1 / real, 1 - 1 / synthetic] : [1, 1];
      const mean = a * (1 + neon - neon * bias * kept);
      for (const at of [0, 3]) expect(Math.abs(zOf(entries(at), mean)), `${at}`).toBeLessThan(4);
      expect(Math.abs(zOf(entries(1), 0))).toBeLessThan(4);
      const error = 1 / real + (neon * neon * bias * a) / synthetic;
      for (const axis of [0, 1]) {
        const squares = fits.map(({ parameters }) => parameters.mean[axis] ** 2);
        expect(Math.abs(zOf(squares, error)), `mean ${axis}`).toBeLessThan(4);
      }
      expect(fits.every(({ report }) => report.clipped === false)).toBe(true);
    },
  );

  it('samples without a bias at w = 1/λ', async () => {
    const bias = 0.8;
    const experiment = experimentOf({ bias, neon: 1 / bias, synthetic: 200 });
    const fits = await finishAsync(
      gaussian.fit(
        Array.from({ length: 3000 }, (_, seed) => jobOf(seed, 50)),
        experiment,
        host,
      ),
    );
    const samples = await gaussian.sample(
      fits.map(({ parameters }, seed) => ({ parameters, count: 1, bias, rng: createRng(seed).fork('sample') })),
      experiment,
      host,
    );
    // beside the spread of a sampler there is the error of its mean
    const wanted = 1 + 1 / 50 + 1 / bias / 200;
    const squares = samples.map(({ values }) => (values[0] ** 2 + values[1] ** 2) / 2);
    expect(Math.abs(zOf(squares, wanted))).toBeLessThan(4);
  });

  it('is that of its two fits, in any dimension and with weights, and off at 0', async () => {
    for (const dim of [1, 2, 3]) {
      const [keys, count] = [{ dim, synthetic: 30, bias: 0.7 }, 40];
      const weight = Float64Array.from({ length: count }, (_, n) => (n < 10 ? 0.05 : 0.5 / 30));
      for (const weighted of [{}, { weight }]) {
        const job = () => ({ ...jobOf(7, count, dim), ...weighted });
        const [plain] = await finishAsync(gaussian.fit([job()], experimentOf(keys), host));
        const [withNeon] = await finishAsync(gaussian.fit([job()], experimentOf({ ...keys, neon: 2 }), host));
        const values = new Float64Array(30 * dim);
        drawGaussian(plain.parameters, 0.7, job().rng.fork('neon'), values);
        const own: Samples = { kind: 'points', count: 30, dim, values };
        const [imitated] = await finishAsync(gaussian.fit([{ training: own, initial: own, rng: createRng(1) }], experimentOf(keys), host));
        expect(withNeon.parameters).toEqual(extrapolated(plain.parameters, imitated.parameters, 2).parameters);
        expect('clipped' in plain.report).toBe(false);
        expect(await finishAsync(gaussian.fit([job()], experimentOf({ ...keys, neon: 0 }), host))).toEqual([plain]);
      }
    }
  });

  it('tells of a covariance that had to be clipped, and samples it', async () => {
    const experiment = experimentOf({ neon: 5, synthetic: 10, dim: 5 });
    const fits = await finishAsync(
      gaussian.fit(
        Array.from({ length: 20 }, (_, seed) => jobOf(seed, 10, 5)),
        experiment,
        host,
      ),
    );
    const clipped = fits.filter(({ report }) => report.clipped);
    expect(clipped.length).toBeGreaterThan(10);
    for (const { parameters } of clipped) {
      const values = symmetricEigenvalues(parameters.covariance, 5);
      expect(values[0]).toBeGreaterThan(-1e-13 * values[4]);
      const [{ values: drawn }] = await gaussian.sample([{ parameters, count: 50, bias: 1, rng: createRng(1) }], experiment, host);
      expect(drawn.every(Number.isFinite)).toBe(true);
    }
  });
});

it('the nearest covariance has the eigenvalues that are not below zero, along their own directions', () => {
  const angle = 0.3;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  // 2 (3 u u' + 5 e e') - (8 v v' + 5 e e') = 6 u u' - 8 v v' + 5 e e', with u, v in a plane and e across
  const rotated = (alongU: number, alongV: number, across: number) =>
    Float64Array.of(
      alongU * c * c + alongV * s * s,
      (alongU - alongV) * c * s,
      0,
      (alongU - alongV) * c * s,
      alongU * s * s + alongV * c * c,
      0,
      0,
      0,
      across,
    );
  const model = (covariance: Float64Array): GaussianParameters => ({ mean: Float64Array.of(1, 2, 3), covariance });
  const { parameters, clipped } = extrapolated(model(rotated(3, 0, 5)), model(rotated(0, 8, 5)), 1);
  expect(clipped).toBe(true);
  expect([...parameters.mean]).toEqual([1, 2, 3]);
  for (const [i, value] of rotated(6, 0, 5).entries()) expect(parameters.covariance[i]).toBeCloseTo(value, 12);
  const line = { mean: Float64Array.of(0), covariance: Float64Array.of(1) };
  expect(extrapolated(line, { ...line, covariance: Float64Array.of(3) }, 1)).toEqual({
    parameters: { mean: Float64Array.of(0), covariance: Float64Array.of(0) },
    clipped: true,
  });
});
