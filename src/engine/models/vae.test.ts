import { readFile } from 'node:fs/promises';
import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTensors } from '../../backend/node';
import type { FitJob, Fitted, Host, Progress, Samples, TensorBackend } from '../contracts';
import { digits } from '../datasets/images';
import type { Experiment } from '../experiment';
import { createRng } from '../rng';
import { vae } from './vae';
import type { VaeParameters } from './vae/fit';
import { forward, gradient, initialParameters, unpack } from './vae/network';

const small = { resolution: 14, units: 32, latent: 4, beta: 0.5, steps: 20, decode: 'mean' } as Experiment;
const load = (path: string) => readFile(`public/${path}`);

let backend: TensorBackend;
let host: Host;
let training: Samples;

beforeAll(async () => {
  backend = await openTensors('wasm');
  host = { rung: 'wasm', load, tensors: () => Promise.resolve(backend) };
  training = await digits.open(small, createRng(1), host).initial(100);
});

const job = (seed: number): FitJob => ({ training, initial: training, rng: createRng(seed).fork('fit') });

async function finish(fit: AsyncGenerator<Progress, Fitted<VaeParameters>[]>) {
  const seen: Progress[] = [];
  for (;;) {
    const next = await fit.next();
    if (next.done) return { fitted: next.value, seen };
    seen.push(next.value);
  }
}
const trained = async (jobs: readonly FitJob[], experiment = small) => (await finish(vae.fit(jobs, experiment, host))).fitted;
const sampleOf = (parameters: VaeParameters, count: number, bias = 1) => ({ parameters, count, bias, rng: createRng(9) });

describe('the VAE', () => {
  it('gives the same bytes for the same seed, and others for another', async () => {
    const [first, again, other] = [await trained([job(1)]), await trained([job(1)]), await trained([job(2)])];
    expect(again[0].parameters.values).toEqual(first[0].parameters.values);
    expect(other[0].parameters.values).not.toEqual(first[0].parameters.values);
  });

  it('fits and samples a lane alone as in company', async () => {
    const company = await trained([job(1), job(2), job(3)]);
    const [alone] = await trained([job(2)]);
    expect(alone).toEqual(company[1]);
    const together = await vae.sample(
      company.map(({ parameters }) => sampleOf(parameters, 40)),
      small,
      host,
    );
    const [single] = await vae.sample([sampleOf(alone.parameters, 40)], small, host);
    expect(single.values).toEqual(together[1].values);
  });

  it('draws the first samples alike however many are asked for', async () => {
    const [{ parameters }] = await trained([job(1)]);
    const [few, many] = await vae.sample([sampleOf(parameters, 10), sampleOf(parameters, 300)], small, host);
    expect([many.count, many.dim, many.values.length]).toEqual([300, 196, 300 * 196]);
    expect(many.values.slice(0, few.values.length)).toEqual(few.values);
  });

  it('reports progress over all jobs up to its total, and finishes there', async () => {
    const { seen } = await finish(vae.fit([job(1), job(2)], small, host));
    expect(seen.every(({ phase, total }) => phase === 'fit' && total === 40)).toBe(true);
    expect(seen.map(({ done }) => done)).toEqual([0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40]);
  });

  it('holds no tensor after fits and samples, nor when it is ended early', async () => {
    const before = backend.tf.memory().numTensors;
    for (let i = 0; i < 3; i++)
      await vae.sample(
        (await trained([job(i)])).map(({ parameters }) => sampleOf(parameters, 300)),
        small,
        host,
      );
    for await (const { done } of vae.fit([job(1), job(2)], small, host)) if (done > 26) break;
    expect(backend.tf.memory().numTensors).toBe(before);
  });

  it('learns: the evidence lower bound rises, and samples are images in [0, 1] not twice or half as dark as the training set', async () => {
    const [early] = await trained([job(1)]);
    const [late] = await trained([job(1)], { ...small, steps: 300 });
    const [before, after] = [early, late].map(({ report }) => ('value' in report.objective ? report.objective.value : Number.NaN));
    expect(after).toBeGreaterThan(before + 5);
    expect(late.report.iterations).toBe(300);
    const [{ values }] = await vae.sample([sampleOf(late.parameters, 500)], small, host);
    expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
    const mean = (pixels: ArrayLike<number>) => Array.from(pixels).reduce((sum, pixel) => sum + pixel, 0) / pixels.length;
    expect(mean(values) / mean(training.values)).toBeGreaterThan(0.5);
    expect(mean(values) / mean(training.values)).toBeLessThan(2);
  });

  it('has no spread at bias 0, and draws whole pixels when asked to', async () => {
    const [{ parameters }] = await trained([job(1)]);
    const [{ values }] = await vae.sample([sampleOf(parameters, 2, 0)], small, host);
    expect(values.slice(0, 196)).toEqual(values.slice(196));
    const [drawn] = await vae.sample([sampleOf(parameters, 50)], { ...small, decode: 'sample' }, host);
    expect([...new Set(drawn.values)].sort()).toEqual([0, 1]);
    const [shown] = await (vae.showcase as typeof vae.sample)([sampleOf(parameters, 64)], { ...small, decode: 'sample' }, host);
    expect(shown.values.some((value) => value > 0 && value < 1)).toBe(true);
  });

  it('says so when its numbers leave the range, instead of giving them', async () => {
    const broken = { ...training, values: training.values.map(() => Number.NaN) as Float32Array };
    await expect(trained([{ ...job(1), training: broken }])).rejects.toMatchObject({ code: 'not-finite' });
  });

  it('starts from the model before when it is to, with new sums of Adam, and leaves that model as it is', async () => {
    const [{ parameters: before }] = await trained([job(1)]);
    const kept = before.values.slice();
    const warm = { ...small, warmStart: 'true' as const };
    const anew = await trained([job(2)]);
    expect(await trained([{ ...job(2), before }])).toEqual(anew);
    expect(await trained([job(2)], warm)).toEqual(anew);

    const [cold] = anew;
    const [first, again] = [await trained([{ ...job(2), before }], warm), await trained([{ ...job(2), before }], warm)];
    expect(first).toEqual(again);
    expect(before.values).toEqual(kept);
    const objectiveOf = ({ report }: Fitted<VaeParameters>) => ('value' in report.objective ? report.objective.value : Number.NaN);
    expect(objectiveOf(first[0])).toBeGreaterThan(objectiveOf(cold) + 1);
    // a step of Adam with new sums moves no parameter by more than the learning rate
    const [one] = await trained([{ ...job(2), before }], { ...warm, steps: 1 });
    const moved = one.parameters.values.reduce((most, value, i) => Math.max(most, Math.abs(value - kept[i])), 0);
    expect(moved).toBeGreaterThan(0.0039);
    expect(moved).toBeLessThan(0.0041);
  });

  it('trains on samples with weights: as without where these are equal, more like the heavier ones where they are not', async () => {
    const plain = await trained([job(1)]);
    expect(await trained([{ ...job(1), weight: null }])).toEqual(plain);
    expect(await trained([{ ...job(1), weight: new Float64Array(100).fill(0.01) }])).toEqual(plain);

    // the first half of the samples is dark
    const dark = { ...training, values: training.values.map((value, i) => (i < training.values.length / 2 ? 0 : value)) };
    const inkOf = async (share: number) => {
      const weight = Float64Array.from({ length: 100 }, (_, n) => (n < 50 ? share : 1 - share) / 50);
      const [{ parameters }] = await trained([{ ...job(1), training: dark, weight }], { ...small, steps: 200 });
      const [{ values }] = await vae.sample([sampleOf(parameters, 400)], small, host);
      return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
    };
    const [light, heavy] = [await inkOf(0.1), await inkOf(0.9)];
    expect(heavy).toBeLessThan(light / 2);
  });

  it('trains on the cpu rung too', async () => {
    const cpu = await openTensors('cpu');
    const { fitted } = await finish(vae.fit([job(1)], { ...small, steps: 2 }, { ...host, rung: 'cpu', tensors: () => Promise.resolve(cpu) }));
    expect(fitted[0].parameters.values.every(Number.isFinite)).toBe(true);
    backend = await openTensors('wasm');
  });
});

it("the written-out gradient is that of tfjs's own tape", async () => {
  const { tf } = backend;
  const shape = { pixels: 9, units: 7, latent: 3 };
  const beta = 0.7;
  const rng = createRng(4);
  const batch = 5;
  const gap = tf.tidy(() => {
    const values = initialParameters(shape, rng).map((value) => value + 0.1 * rng.normal());
    const x = tf.tensor2d(
      Float32Array.from({ length: batch * 9 }, () => rng.uniform()),
      [batch, 9],
    );
    const epsilon = tf.tensor2d(
      Float32Array.from({ length: batch * 3 }, () => rng.normal()),
      [batch, 3],
    );
    const loss = (vector: Tensor) => {
      const layer = (input: Tensor, weights: number, bias: number, inputs: number, outputs: number) =>
        tf.add(
          tf.matMul(input as Tensor2D, tf.reshape(tf.slice(vector as Tensor1D, weights, inputs * outputs), [inputs, outputs]) as Tensor2D),
          tf.slice(vector as Tensor1D, bias, outputs),
        );
      // two large matrices of 63, then biases and small weights layer by layer
      const posterior = layer(tf.relu(layer(x, 0, 126, 9, 7)), 133, 175, 7, 6);
      const [mu, logVariance] = tf.split(posterior, 2, 1);
      const z = tf.add(mu, tf.mul(tf.exp(tf.div(logVariance, 2)), epsilon));
      const logits = layer(tf.relu(layer(z, 181, 202, 3, 7)), 63, 209, 7, 9);
      // -x log p - (1 - x) log(1 - p) with p = sigmoid(logits)
      const crossEntropy = tf.sum(tf.add(tf.mul(x, tf.softplus(tf.neg(logits))), tf.mul(tf.sub(1, x), tf.softplus(logits))));
      const divergence = tf.mul(-0.5, tf.sum(tf.sub(tf.sub(tf.add(1, logVariance), tf.square(mu)), tf.exp(logVariance))));
      return tf.div(tf.add(crossEntropy, tf.mul(beta, divergence)), batch);
    };
    const taped = tf.grad(loss)(tf.tensor1d(values));
    const network = unpack(tf, tf.tensor1d(values), shape);
    const written = gradient(tf, network, forward(tf, network, x, epsilon), beta);
    return tf.max(tf.abs(tf.sub(taped, written))).arraySync() as number;
  });
  expect(gap).toBeLessThan(1e-5);
});
