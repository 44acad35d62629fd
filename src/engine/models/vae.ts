import type { FitJob, Fitted, GenerativeModel, Glimpse, Host, Progress, SampleJob, Samples, TensorBackend } from '../contracts';
import type { Experiment } from '../experiment';
import { encodeMeans } from './vae/encode';
import { fitVae, type Recipe, type VaeParameters } from './vae/fit';
import type { Onlooker } from './vae/glimpse';
import { sizeOf } from './vae/network';
import { decodeMeans, drawPixels, latentPoints } from './vae/sample';
import { ABOUT } from './vae.about';

/** Parameters, gradient and Adam's two sums, of before and after a step, and the result. */
const COPIES_AT_WORK = 9;

/** Batch and learning rate are fixed choices (contract Sect. 1); tests pass others to `fitVae`. */
function recipeOf({ units, latent, beta, steps }: Experiment): Recipe {
  return { units, latent, beta, steps, batch: 64, learningRate: 4e-3 };
}

async function draw(backend: TensorBackend, { parameters, count, bias, rng }: SampleJob<VaeParameters>, decode: string): Promise<Samples> {
  const values = await decodeMeans(backend, parameters, latentPoints(count, parameters.latent, bias, rng.fork('latent')));
  if (decode === 'sample') drawPixels(values, rng.fork('pixels'));
  return { kind: 'images', count, dim: parameters.pixels, values };
}

/** Whoever looks sees the points that the finished model is shown by. */
function onlookerOf({ wantsGlimpse }: Host, showcase: FitJob['showcase'], latent: number): Onlooker | null {
  if (!showcase || !wantsGlimpse) return null;
  return { wants: wantsGlimpse, z: latentPoints(showcase.count, latent, showcase.bias, showcase.rng.fork('latent')) };
}

/**
 * Lanes go one after the other on every rung: on wasm a step is bound by arithmetic, and tfjs's batched matMul leaves the fast path there.
 */
export const vae: GenerativeModel<VaeParameters> = {
  ...ABOUT,

  bytes({ resolution, units, latent }) {
    const model = 4 * sizeOf({ pixels: resolution * resolution, units, latent });
    return { model, fit: COPIES_AT_WORK * model };
  },

  async *fit(jobs, experiment, host) {
    const backend = await host.tensors();
    const recipe = recipeOf(experiment);
    const total = jobs.length * recipe.steps;
    const fitted: Fitted<VaeParameters>[] = [];
    const progress = (steps: number, seen?: Omit<Glimpse, 'job'>): Progress => ({
      phase: 'fit',
      done: fitted.length * recipe.steps + steps,
      total,
      ...(seen && { glimpse: { ...seen, job: fitted.length } }),
    });
    yield progress(0);
    for (const job of jobs) {
      const before = experiment.warmStart === 'true' ? (job.before as VaeParameters | undefined) : undefined;
      fitted.push(yield* fitVae(backend, { ...job, before }, recipe, progress, onlookerOf(host, job.showcase, recipe.latent)));
    }
    return fitted;
  },

  async sample(jobs, experiment, host) {
    const backend = await host.tensors();
    const samples: Samples[] = [];
    for (const job of jobs) samples.push(await draw(backend, job, experiment.decode));
    return samples;
  },

  async encode(parameters, samples, _experiment, host) {
    return encodeMeans(await host.tensors(), parameters, samples);
  },

  async showcase(jobs, _experiment, host) {
    const backend = await host.tensors();
    const shown: Samples[] = [];
    for (const job of jobs) shown.push(await draw(backend, job, 'mean'));
    return shown;
  },
};
