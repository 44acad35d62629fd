import { expect, it } from 'vitest';
import { createNodeHost } from '../../headless/nodeHost';
import { stainOf } from '../datasets/stain';
import { stainedDigits } from '../datasets/stainedDigits';
import { parseExperiment } from '../experimentText';
import { finish } from '../math/steps';
import { createRng } from '../rng';
import { createScorer } from '../scorer';
import { prepareReference, scoreSamples } from './scoring';

const host = createNodeHost('cpu');
const BOTH = ['stainShare', 'stainInk'];

it('are those of a direct count, and the same among other scores', async () => {
  const { experiment } = parseExperiment({ dataset: 'stained-digits', evaluation: 200 });
  const source = stainedDigits.open(experiment, createRng(3), host);
  const [real, heldOut] = [await source.initial(200), await source.heldOut(200)];
  const values = real.values.slice();
  // stains of every depth, in every fifth image
  const inks = Array.from({ length: 40 }, (_, i) => i / 40);
  for (const [at, ink] of inks.entries()) for (const pixel of stainOf(196)) values[5 * at * 196 + pixel] = ink;
  const scorer = await createScorer(experiment, stainedDigits, host);
  const { scores } = finish(scorer.scoreAgainst(heldOut, { ...real, values }, ['recall', ...BOTH]));
  expect(scores.stainShare).toBe(inks.filter((ink) => ink > 0.5).length / 200);
  expect(scores.stainInk).toBeCloseTo(inks.reduce((a, b) => a + b, 0) / 200, 6);
  expect(finish(scorer.scoreAgainst(heldOut, real, BOTH)).scores).toEqual({ stainShare: 0.2, stainInk: 0.2 });
});

it('have no value, but a reason, where there are only features', () => {
  const features = { count: 3, dim: 2, values: Float64Array.of(0, 0, 1, 0, 0, 1) };
  const options = { kind: 'images', k: 1, modes: null, classes: 0 } as const;
  const { scores, undefined: reasons } = finish(scoreSamples(finish(prepareReference(features, options)), features, BOTH));
  expect(scores).toEqual({ stainShare: null, stainInk: null });
  expect(reasons.stainShare).toMatch(/images themselves/);
});
