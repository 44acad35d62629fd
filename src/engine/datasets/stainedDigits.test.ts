import { expect, it } from 'vitest';
import { createNodeHost } from '../../headless/nodeHost';
import type { Samples } from '../contracts';
import { parseExperiment } from '../experimentText';
import { createRng } from '../rng';
import { openImageFeatures } from './imageFeatures';
import { imageSetOf } from './imageSets';
import { digits } from './images';
import { stainOf } from './stain';
import { stainedDigits } from './stainedDigits';

const host = createNodeHost('cpu');
const experimentAt = (resolution: number) => parseExperiment({ dataset: 'stained-digits', resolution }).experiment;
const open = (dataset = stainedDigits, resolution = 14, seed = 1) => dataset.open(experimentAt(resolution), createRng(seed), host);

const isStained = ({ values, dim }: Samples, row: number) => stainOf(dim).every((pixel) => values[row * dim + pixel] === 1);
const stainedOf = (samples: Samples) => Array.from({ length: samples.count }, (_, row) => row).filter((row) => isStained(samples, row));

it('a stain is 2 x 2 pixels in the corner at 14 px, and 4 x 4 at 28 px', () => {
  expect(stainOf(14 * 14)).toEqual([0, 1, 14, 15]);
  expect(stainOf(28 * 28)).toEqual([0, 1, 2, 3, 28, 29, 30, 31, 56, 57, 58, 59, 84, 85, 86, 87]);
});

it.each([14, 28])('every fifth digit to train on has one at %i px, and nothing else is changed', async (resolution) => {
  const source = open(stainedDigits, resolution);
  const [plain, real] = [await open(digits, resolution).initial(203), await source.initial(203)];
  expect(stainedOf(real)).toEqual(Array.from({ length: 41 }, (_, i) => 5 * i));
  const stain = new Set(stainOf(real.dim));
  const differs = Array.from(real.values.keys()).filter((i) => real.values[i] !== plain.values[i]);
  expect(differs.every((i) => stain.has(i % real.dim) && Math.floor(i / real.dim) % 5 === 0)).toBe(true);
  // the same digit has one whichever way it is drawn, and a repeat has it again
  expect((await source.fresh(100, 103, createRng(0))).values).toEqual(real.values.slice(103 * real.dim));
  expect((await source.fresh(7, 30_003, createRng(0))).values).toEqual(real.values.slice(3 * real.dim, 10 * real.dim));
});

it('a fifth of all held-out digits have one, by lot, so that a share among some of them wavers as that of any samples', async () => {
  const heldOut = await open().heldOut(10_000);
  expect(stainedOf(heldOut)).toHaveLength(2000);
  const shares = await Promise.all([1, 2, 3, 4, 5, 6].map(async (seed) => stainedOf(await open(stainedDigits, 14, seed).heldOut(500)).length / 500));
  expect(new Set(shares).size).toBeGreaterThan(3);
  // four standard errors
  for (const share of shares) expect(Math.abs(share - 0.2)).toBeLessThan(0.072);
});

it.each([14, 28])('the corner is blank in digits without one, and the classifier reads on at %i px', async (resolution) => {
  const plain = await open(digits, resolution).heldOut(2000);
  const { dim, count } = plain;
  const stain = stainOf(dim);
  const values = plain.values.slice();
  let ink = 0;
  for (let i = 0; i < count; i++) {
    for (const pixel of stain) {
      ink += values[i * dim + pixel];
      values[i * dim + pixel] = 1;
    }
  }
  expect(ink).toBe(0);
  const classifier = await openImageFeatures(host, imageSetOf(experimentAt(resolution)));
  const read = (samples: Samples) => classifier.classify(classifier.features(samples));
  const [before, after] = [read(plain), read({ ...plain, values })];
  expect(after.filter((digit, i) => digit !== before[i]).length).toBeLessThanOrEqual(2);
});
