import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeHost } from '../headless/nodeHost';
import { catalogue } from './catalogue';
import type { FitJob, Fitted, GenerativeModel, Samples, TensorBackend } from './contracts';
import { datasets } from './datasets';
import type { Experiment } from './experiment';
import { parseExperiment } from './experimentText';
import { kinds } from './kinds';
import { loops } from './loops';
import { metrics } from './metrics';
import { models } from './models';
import { byId } from './registry';
import { createRng } from './rng';
import { steps } from './steps';

/** Contracts that every entry of every registry has to keep: a new entry is tested without a new test. */

const host = createNodeHost('auto');
const bytes = (samples: Samples) => Buffer.from(samples.values.slice().buffer).toString('base64');
const allFinite = (samples: Samples) => samples.values.every(Number.isFinite);
const smallExperiment = (keys: Record<string, unknown>): Experiment => parseExperiment({ steps: 12, units: 16, latent: 2, ...keys }).experiment;
/** Enough of one's own text that some of it is held out. */
const OWN_TEXT = Array.from({ length: 400 }, (_, i) => `${'abcdefgh'[i % 8]}${'aeiou'[i % 5]}${(i * i).toString(36)}`).join('\n');

describe.each(datasets.map((dataset) => [dataset.id, dataset] as const))('dataset %s', (_, dataset) => {
  const experiment = smallExperiment({ dataset: dataset.id, ...(dataset.id === 'own-text' ? { text: OWN_TEXT } : {}) });
  const open = (seed = 1) => dataset.open(experiment, createRng(seed), host);

  it('draws the samples asked for, finite, and the same for the same seed', async () => {
    const draws = async () => [await open().initial(20), await open().fresh(15, 20, createRng(3)), await open().heldOut(50)];
    const [first, second] = [await draws(), await draws()];
    // of running text each is a passage of 25 words
    const heldOut = dataset.isRunning ? expect.toSatisfy((count: number) => count >= 25 * 50) : 50;
    expect(first.map(({ count }) => count)).toEqual([20, 15, heldOut]);
    for (const samples of first) {
      expect(samples.kind).toBe(dataset.kind);
      expect(samples.values).toHaveLength(samples.count * samples.dim);
      expect(allFinite(samples)).toBe(true);
    }
    expect(second.map(bytes)).toEqual(first.map(bytes));
    expect(bytes(await open(2).initial(20))).not.toBe(bytes(first[0]));
  });

  it('keeps initial, fresh and held-out data apart', async () => {
    const source = open();
    const rows = (samples: Samples) =>
      Array.from({ length: samples.count }, (_, n) => samples.values.subarray(n * samples.dim, (n + 1) * samples.dim).join());
    const [initial, fresh, heldOut] = [await source.initial(30), await source.fresh(30, 30, createRng(4)), await source.heldOut(60)].map(rows);
    if (!dataset.isRunning) return expect(new Set([...initial, ...fresh, ...heldOut]).size).toBe(120);
    const [first, next, last] = [initial, fresh, heldOut].map((pieces) => pieces.join(';'));
    expect([first, next].some((text) => last.includes(text) || (text === next && first.includes(text)))).toBe(false);
  });

  it('has a true density that matches its draws, where it has one', async () => {
    const density = dataset.density?.(experiment);
    if (!density) return;
    const count = 20_000;
    const { values, dim } = await open().fresh(count, 0, createRng(9));
    for (let axis = 0; axis < dim; axis++) {
      let expectedMean = 0;
      let expectedSquare = 0;
      let mean = 0;
      let square = 0;
      for (let m = 0; m < density.count; m++) {
        expectedMean += density.weights[m] * density.centres[m * dim + axis];
        expectedSquare += density.weights[m] * (density.centres[m * dim + axis] ** 2 + density.sigma ** 2);
      }
      for (let n = 0; n < count; n++) {
        mean += values[n * dim + axis] / count;
        square += values[n * dim + axis] ** 2 / count;
      }
      // five standard errors; x² varies by at most (2.6)² here
      expect(Math.abs(mean - expectedMean)).toBeLessThan((5 * Math.sqrt(expectedSquare)) / Math.sqrt(count));
      expect(Math.abs(square - expectedSquare)).toBeLessThan((5 * 2.6 ** 2) / Math.sqrt(count));
    }
  });
});

async function fitAll(model: GenerativeModel, jobs: readonly FitJob[], experiment: Experiment): Promise<Fitted<unknown>[]> {
  const fit = model.fit(jobs, experiment, host);
  for (;;) {
    const step = await fit.next();
    if (step.done) return step.value;
    expect(step.value.done).toBeLessThanOrEqual(step.value.total);
  }
}

describe.each(models.map((model) => [model.id, model] as const))('model %s', (_, model) => {
  const experiment = smallExperiment({ model: model.id });
  const dataset = byId(datasets, experiment.dataset);
  const trainings: Samples[] = [];
  let tensors: TensorBackend;
  // streams are used up by a fit: every fit gets new ones
  const jobOf = (training: Samples, lane: number): FitJob => ({ training, initial: training, rng: createRng(lane).fork('fit') });
  const jobs = () => trainings.map(jobOf);

  beforeAll(async () => {
    for (const lane of [1, 2, 3]) {
      const source = dataset.open(experiment, createRng(lane), host);
      trainings.push(await source.initial(80));
    }
    tensors = await host.tensors();
  });

  const sampleAll = async (fitted: readonly Fitted<unknown>[], count = 70, bias = 1) =>
    model.sample(
      fitted.map(({ parameters }, lane) => ({ parameters, count, bias, rng: createRng(lane).fork('sample') })),
      experiment,
      host,
    );

  it('fits and samples: the right shapes, finite, the same bytes for the same seed', async () => {
    const samples = await sampleAll(await fitAll(model, jobs(), experiment));
    for (const set of samples) {
      expect(set).toMatchObject({ kind: model.kind, count: 70, dim: trainings[0].dim });
      expect(set.values).toHaveLength(set.count * set.dim);
      expect(allFinite(set)).toBe(true);
    }
    const again = await sampleAll(await fitAll(model, jobs(), experiment));
    expect(again.map(bytes)).toEqual(samples.map(bytes));
    expect(new Set(samples.map(bytes)).size).toBe(samples.length);
  });

  it('gives a lane the same numbers alone as in company', async () => {
    const company = await fitAll(model, jobs(), experiment);
    const [alone] = await fitAll(model, [jobOf(trainings[1], 1)], experiment);
    expect(alone).toEqual(company[1]);
    const [, inCompany] = await sampleAll(company);
    const [single] = await model.sample([{ parameters: alone.parameters, count: 70, bias: 1, rng: createRng(1).fork('sample') }], experiment, host);
    expect(bytes(single)).toBe(bytes(inCompany));
  });

  it('spreads less with a lower sampling bias, and stays finite at 0', async () => {
    const fitted = await fitAll(model, jobs(), experiment);
    const spread = (samples: Samples) => {
      let total = 0;
      for (let i = samples.dim; i < samples.values.length; i++) total += Math.abs(samples.values[i] - samples.values[i - samples.dim]);
      return total;
    };
    const [[full], [half], [none]] = [await sampleAll(fitted, 400, 1), await sampleAll(fitted, 400, 0.5), await sampleAll(fitted, 400, 0)];
    expect(spread(half)).toBeLessThan(spread(full));
    expect(spread(none)).toBeLessThan(spread(half));
    expect(allFinite(none)).toBe(true);
  });

  it('survives a training set of identical samples', async () => {
    const [original] = trainings;
    const training: Samples = { ...original, values: original.values.map((_, i, all) => all[i % original.dim]) };
    const [samples] = await sampleAll(await fitAll(model, [{ ...jobOf(training, 0), initial: original }], experiment));
    expect(allFinite(samples)).toBe(true);
  });

  it('holds no more tensors after a fit, and after one that was broken off', async () => {
    await fitAll(model, jobs(), experiment);
    const before = tensors.tf.memory().numTensors;
    await sampleAll(await fitAll(model, jobs(), experiment));
    const broken = model.fit(jobs(), experiment, host);
    await broken.next();
    await broken.return([]);
    expect(tensors.tf.memory().numTensors).toBe(before);
  });
});

describe.each([
  ['kinds', kinds],
  ['datasets', datasets],
  ['models', models],
  ['loops', loops],
  ['steps', steps],
  ['metrics', metrics],
] as const)('the registry of %s', (name, registry: readonly { id: string; name: string }[]) => {
  it('has unique kebab-case or camelCase ids, names and words', () => {
    expect(new Set(registry.map(({ id }) => id)).size).toBe(registry.length);
    for (const { id, name } of registry) {
      expect(id).toMatch(/^[a-z][a-zA-Z0-9-]*$/);
      expect(name.length).toBeGreaterThan(0);
    }
  });

  it('has what its descriptions say, in their order', () => {
    const descriptions: readonly object[] = catalogue[name];
    expect(registry.map(({ id }) => id)).toEqual(catalogue[name].map(({ id }) => id));
    for (const [i, entry] of registry.entries()) expect(entry).toMatchObject(descriptions[i]);
  });
});
