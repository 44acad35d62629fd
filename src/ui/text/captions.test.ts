import { expect, test } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { aliveModes, frameOf, laneOf } from '../testing/frames';
import { captionOf } from './captions';

const LOOP = 'fully-synthetic';
const floored = { iterations: 10, objective: 0, converged: true, floorReached: true };

test('a pane says what lives, how wide it is, and that the floor holds it, all of replicate 1', () => {
  const { experiment } = parseExperiment({ replicates: 2 });
  const frame = frameOf(3, [
    laneOf(LOOP, { replicate: 1, shares: aliveModes('11011111'), scores: { traceRatio: 0.5 }, fit: floored }),
    laneOf(LOOP, { replicate: 2, shares: aliveModes('11111111'), scores: { traceRatio: 1 } }),
  ]);
  const parts = captionOf(frame, LOOP, experiment);
  expect(parts.map(({ text }) => text).join('')).toBe('replicate 1 · 7 of 8 modes alive · spread 50\u00a0% · held at the covariance floor');
  // React tells parts apart by their text
  expect(new Set(parts.map(({ text }) => text)).size).toBe(parts.length);
});
