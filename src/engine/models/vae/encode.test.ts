import { beforeAll, expect, it } from 'vitest';
import { openTensors } from '../../../backend/node';
import { createNodeHost } from '../../../headless/nodeHost';
import type { Cloud, Samples } from '../../contracts';
import { digits } from '../../datasets/images';
import type { Experiment } from '../../experiment';
import { parseExperiment } from '../../experimentText';
import { finishAsync } from '../../math/steps';
import { createRng } from '../../rng';
import { type GenerationEvent, type RunOptions, run } from '../../run';
import { vae } from '../vae';
import type { VaeParameters } from './fit';

const wasm = createNodeHost('wasm');

const experimentOf = (keys: Record<string, unknown>): Experiment => {
  const { experiment, notes } = parseExperiment({ model: 'vae', units: 32, latent: 4, initialReal: 300, synthetic: 300, ...keys });
  expect(notes).toEqual([]);
  return experiment;
};

const experiment = experimentOf({ steps: 40 });
const encode = (samples: Samples, fitted: VaeParameters, host = wasm): Promise<Cloud> =>
  (vae.encode as NonNullable<typeof vae.encode>)(fitted, samples, experiment, host);

let parameters: VaeParameters;
let images: Samples;

beforeAll(async () => {
  const source = digits.open(experiment, createRng(1), wasm);
  images = await source.heldOut(300);
  const training = await source.initial(300);
  const [fitted] = await finishAsync(vae.fit([{ training, initial: training, rng: createRng(1) }], experiment, wasm));
  parameters = fitted.parameters;
});

/** μ(x) of one image by the formula, in float64: layer by layer from the parameters' one vector, all with ReLU but the last. */
function byHand({ values, pixels, units, latent }: VaeParameters, image: ArrayLike<number>): number[] {
  const rest = 2 * pixels * units;
  const dense = (input: ArrayLike<number>, outputs: number, weights: number, stride: number, bias: number) =>
    Array.from({ length: outputs }, (_, j) => {
      let sum = values[bias + j];
      for (let i = 0; i < input.length; i++) sum += input[i] * values[weights + i * stride + j];
      return sum;
    });
  const hidden = dense(image, units, 0, units, rest).map((value) => Math.max(0, value));
  // of the 2k outputs the first k are means
  return dense(hidden, latent, rest + units, 2 * latent, rest + units + units * 2 * latent);
}

it('gives the posterior means of the formula, whatever the number of images, on wasm as on cpu', async () => {
  const before = (await wasm.tensors()).tf.memory().numTensors;
  const means = await encode(images, parameters);
  expect((await wasm.tensors()).tf.memory().numTensors).toBe(before);
  expect([means.count, means.dim, means.values.length]).toEqual([300, 4, 1200]);
  expect(await encode(images, parameters)).toEqual(means);
  const few = await encode({ ...images, count: 7, values: images.values.subarray(0, 7 * 196) }, parameters);
  expect(few.values).toEqual(means.values.subarray(0, 28));

  // float32 sums of 196 products
  const apart = (other: ArrayLike<number>) => Math.max(...means.values.map((value, i) => Math.abs(value - other[i])));
  const formula = Array.from({ length: 300 }, (_, n) => byHand(parameters, images.values.subarray(n * 196, (n + 1) * 196))).flat();
  expect(apart(formula)).toBeLessThan(1e-5);
  const onCpu = await encode(images, parameters, createNodeHost('cpu'));
  expect(apart(onCpu.values)).toBeLessThan(1e-5);
  expect(Math.max(...means.values)).toBeGreaterThan(0.1);
  // tfjs has one backend at a time
  await openTensors('wasm');
});

async function generationsOf(keys: Record<string, unknown>, options?: RunOptions): Promise<GenerationEvent[]> {
  const generations: GenerationEvent[] = [];
  for await (const event of run(experimentOf({ evaluation: 200, scores: 'encodingSpread', ...keys }), wasm, options)) {
    if (event.type === 'generation') generations.push(event);
  }
  return generations;
}

const spreads = (generations: readonly GenerationEvent[]) => generations.map(({ lanes }) => lanes[0].scores.encodingSpread as number);

it('sees through generation 1 that generated digits draw together, fully synthetic', { timeout: 120_000 }, async () => {
  const [first, ...later] = spreads(await generationsOf({ loop: 'fully-synthetic', steps: 200, generations: 4 }));
  // of seeds 1 to 5 every generation is below 0.9 of the one before, the fourth below 0.3 of the first
  let before = first;
  for (const spread of later) {
    expect(spread).toBeLessThan(before);
    before = spread;
  }
  expect(before).toBeLessThan(first / 2);
});

it('keeps the encoder of generation 1, each replicate its own, and goes on behind kept generations to the same numbers', {
  timeout: 30_000,
}, async () => {
  const few = {
    steps: 10,
    initialReal: 50,
    real: 50,
    synthetic: 50,
    evaluation: 50,
    generations: 3,
    replicates: 2,
    loop: 'fully-synthetic,fresh-data',
  };
  const whole = await generationsOf(few);
  for (let kept = 1; kept < 3; kept++) {
    const behind = await generationsOf(few, { kept: whole.slice(0, kept) });
    expect(behind).toEqual(whole.slice(kept));
  }
  const second = whole[2].lanes.find(({ loop, replicate }) => loop === 'fresh-data' && replicate === 2);
  const alone = await generationsOf({ ...few, loop: 'fresh-data' }, { replicates: { first: 2, last: 2 } });
  expect(alone[2].lanes).toEqual([second]);
});
