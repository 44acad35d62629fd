import { describe, expect, it } from 'vitest';
import { frameOf, laneOf } from '../../store/testing/frames';
import { heightOf, LINE, sharePath } from './lines';
import { rankWords, rarestFirst, shareWords } from './names';

const frames = Array.from({ length: 500 }, (_, i) =>
  frameOf(
    i + 1,
    [1, 2, 3].map((replicate) => laneOf('fresh-data', { replicate, shares: { share: [0.1 * replicate, i / 500], alive: [true, true] } })),
  ),
);

describe('the line of a share', () => {
  it('ends at the generation shown, and its width stands for all generations', () => {
    const path = sharePath(frames, 250, 500, 'fresh-data', 1, 0.5);
    const [x, y] = (path.split('L').at(-1) ?? '').split(' ').map(Number);
    expect(x).toBeCloseTo((LINE.width - 2) / 2 + 1, 0);
    expect(y).toBeCloseTo(heightOf(249 / 500, 0.5), 0);
  });

  it('is the median of the replicates, and stays short however long the run is', () => {
    expect(sharePath(frames, 1, 500, 'fresh-data', 0, 0.2)).toBe(`M1.0 ${heightOf(0.2, 0.2).toFixed(1)}h0`);
    expect(sharePath(frames, 500, 500, 'fresh-data', 1, 0.5).split('L').length).toBeLessThanOrEqual(60);
  });

  it('stays inside its box, and is empty where there is nothing to draw', () => {
    expect(heightOf(1, 0.001)).toBeGreaterThanOrEqual(0);
    expect(heightOf(0, 0.5)).toBeLessThanOrEqual(LINE.height);
    expect(sharePath(frames, 0, 500, 'fresh-data', 0, 0.5)).toBe('');
    expect(sharePath(frames, 9, 500, 'fully-synthetic', 0, 0.5)).toBe('');
  });
});

describe('modes', () => {
  it('stand with the rarest first, equals by number', () => {
    expect(rarestFirst([0.5, 0.2, 0.1, 0.2]).map(({ index, rank }) => [index, rank])).toEqual([
      [2, 1],
      [1, 2],
      [3, 2],
      [0, 4],
    ]);
  });

  it('have their rank in words, where they are not equally common', () => {
    const weights = [0.4, 0.3, 0.2, 0.1];
    expect(rarestFirst(weights).map((mode) => rankWords(mode, weights))).toEqual(['rarest', '2nd rarest', '3rd rarest', '4th rarest']);
    expect(rarestFirst([0.5, 0.5]).map((mode) => rankWords(mode, [0.5, 0.5]))).toEqual(['', '']);
  });

  it('have their share to one decimal below 10 %', () => {
    expect([0, 1 / 255, 0.0996, 0.125, 1].map(shareWords)).toEqual(['0\u00a0%', '0.4\u00a0%', '10.0\u00a0%', '13\u00a0%', '100\u00a0%']);
  });
});
