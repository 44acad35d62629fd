import { expect, test } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { ShownPoints } from '../../engine/kinds/points';
import type { Preview } from '../../protocol/messages';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import { pointsView } from '../kinds/points/view';
import { captionOf, captionRemark, captionText, isLongCaption } from './captions';

const LOOP = 'fully-synthetic';
const floored = { iterations: 10, objective: 0, converged: true, floorReached: true };

const shownPoints = (dim: 1 | 2, ...values: number[]): ShownPoints => ({
  kind: 'points',
  count: values.length / dim,
  dim,
  values: Float32Array.from(values),
  components: new Float32Array(0),
});

test('a pane says what lives and how wide it is, all of replicate 1; that the floor holds it is said where that is explained', () => {
  const { experiment } = parseExperiment({ replicates: 2 });
  const preview = { extent: 3, reach: 0.6, modes: Float32Array.of(0, 0, 2, 0) } as Preview;
  // three samples round each mode, the second as a point; one sample far away
  const shown = shownPoints(2, 0.1, 0, -0.1, 0, 0, 0.1, 2, 0, 2, 0, 2, 0, 9, 9);
  const frame = frameOf(3, [
    laneOf(LOOP, { replicate: 1, shares: aliveModes('01'), scores: { traceRatio: 0.5 }, fit: floored, shown }),
    laneOf(LOOP, { replicate: 2, shares: aliveModes('11'), scores: { traceRatio: 1 } }),
  ]);
  const caption = captionOf(frame, LOOP, experiment, preview);
  expect(captionText(caption)).toBe('replicate 1 · 1 of 2 modes · 0\u00a0% as wide · 1 outside');
  expect(caption.map(({ of }) => of)).toEqual([undefined, 'modesAlive', 'modeWidth', undefined]);
  // under the picture it would come and go with single samples, and a line with it
  expect(caption.map(({ isInPicture = false }) => isInPicture)).toEqual([false, false, false, true]);
  expect([experiment, parseExperiment({}).experiment].map(isLongCaption)).toEqual([true, false]);
  expect(captionRemark(frame, LOOP, experiment)).toContain('Covariance floor reached (fully synthetic, 1 of 2 runs)');
  expect(captionRemark(frameOf(1, [laneOf(LOOP)]), LOOP, experiment)).toBeNull();
});

test('a width that is there is not rounded away, and one that can’t be told is left out', () => {
  const { experiment } = parseExperiment({});
  const preview = { extent: 3, reach: 0.6, modes: Float32Array.of(0, 0) } as Preview;
  const caption = (shown: ShownPoints | null, of: Preview | null) =>
    captionText(captionOf(frameOf(3, [laneOf(LOOP, { shares: aliveModes('1'), scores: { traceRatio: 1 }, shown })]), LOOP, experiment, of));
  const tiny = shownPoints(2, 1e-4, 0, -1e-4, 0, 0, 1e-4);
  expect(caption(tiny, preview)).toBe('1 of 1 modes · <1\u00a0% as wide');
  expect(caption(tiny, null)).toBe('1 of 1 modes');
  expect(caption(null, preview)).toBe('1 of 1 modes');
});

test('data without modes say their variance ratio, and digits their recall', () => {
  const told = (keys: object, parts: object) => {
    const { experiment } = parseExperiment({ ...keys });
    return captionText(captionOf(frameOf(3, [laneOf(LOOP, parts)]), LOOP, experiment, null));
  };
  expect(told({ dataset: 'moons' }, { scores: { traceRatio: 0.5, recall: 0.2 } })).toBe('variance ratio 0.50');
  expect(told({ dataset: 'gaussian', model: 'gaussian', dim: 5 }, { scores: { traceRatio: 0.5 } })).toBe('variance ratio 0.50 · axes 1 and 2 of 5');
  expect(told({ model: 'vae' }, { shares: aliveModes('1111111101'), scores: { traceRatio: 0.5, recall: 0.2 } })).toBe('9 of 10 digits · recall 0.20');
});

test('a pane says how many of its samples it cannot show, from the first one on', () => {
  const outsideWords = (samples: ShownPoints, extent: number) => pointsView.hidden(samples, { extent } as Preview);
  expect(outsideWords(shownPoints(2, 1e38, 0, 0, -9, 7, 7), 4)).toBe('all 3 outside');
  expect(outsideWords(shownPoints(2, 0, 0, 9, 0), 4)).toBe('1 outside');
  expect(outsideWords(shownPoints(1, 9, -9), 4)).toBe('all 2 outside');
  expect(outsideWords(shownPoints(2, ...Array<number>(998).fill(0), 5, 0), 4)).toBe('1 outside');
  expect(outsideWords(shownPoints(2, 0, 4), 4)).toBeNull();
  expect(outsideWords(shownPoints(2), 4)).toBeNull();
});
