import { expect, test } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { ShownPoints } from '../../engine/kinds/points';
import type { Preview } from '../../protocol/messages';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import { pointsView } from '../kinds/points/view';
import { captionOf } from './captions';

const LOOP = 'fully-synthetic';
const floored = { iterations: 10, objective: 0, converged: true, floorReached: true };

test('a pane says what lives, how wide it is, and that the floor holds it, all of replicate 1', () => {
  const { experiment } = parseExperiment({ replicates: 2 });
  const frame = frameOf(3, [
    laneOf(LOOP, { replicate: 1, shares: aliveModes('11011111'), scores: { traceRatio: 0.5 }, fit: floored }),
    laneOf(LOOP, { replicate: 2, shares: aliveModes('11111111'), scores: { traceRatio: 1 } }),
  ]);
  const parts = captionOf(frame, LOOP, experiment, null);
  expect(parts.map(({ text }) => text).join('')).toBe('replicate 1 · 7 of 8 modes alive · spread 50\u00a0% · held at the covariance floor');
  // React tells parts apart by their text
  expect(new Set(parts.map(({ text }) => text)).size).toBe(parts.length);
});

test('a pane says how many of its samples it cannot show', () => {
  const outsideWords = (samples: ShownPoints, extent: number) => pointsView.hidden(samples, { extent } as Preview);
  const shown = (dim: 1 | 2, ...values: number[]) =>
    ({ kind: 'points', count: values.length / dim, dim, values: Float32Array.from(values), components: new Float32Array(0) }) as const;
  const half = [...Array<number>(18).fill(0), 5, 0];
  expect(outsideWords(shown(2, 1e38, 0, 0, -9, 7, 7), 4)).toBe('all 3 samples lie outside the picture');
  expect(outsideWords(shown(2, 0, 0, 9, 0), 4)).toBe('1 of 2 samples lie outside the picture');
  expect(outsideWords(shown(1, 9, -9), 4)).toBe('all 2 samples lie outside the picture');
  expect(outsideWords(shown(2, ...half), 4)).toBeNull();
  expect(outsideWords(shown(2), 4)).toBeNull();
});
