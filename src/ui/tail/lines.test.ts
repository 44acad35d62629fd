import { describe, expect, it } from 'vitest';
import { frameOf, laneOf } from '../../store/testing/frames';
import { heightOf, LINE, shareLine, sharePath, topOf } from './lines';
import { areEqual, rankWords, rarestFirst, shareWords, weightWords } from './names';

const frames = Array.from({ length: 500 }, (_, i) =>
  frameOf(
    i + 1,
    [1, 2, 3].map((replicate) => laneOf('fresh-data', { replicate, shares: { share: [0.1 * replicate, i / 500], alive: [true, true] } })),
  ),
);

describe('the line of a share', () => {
  it('ends at the generation shown, and its width stands for all generations', () => {
    const path = sharePath(shareLine(frames, 250, 'fresh-data', 1), 500, 1);
    const [x, y] = (path.split('L').at(-1) ?? '').split(' ').map(Number);
    expect(x).toBeCloseTo((LINE.width - 2) / 2 + 1, 0);
    expect(y).toBeCloseTo(heightOf(249 / 500, 1), 0);
  });

  it('is the median of the replicates, and stays short however long the run is', () => {
    expect(sharePath(shareLine(frames, 1, 'fresh-data', 0), 500, 0.5)).toBe(`M1.0 ${heightOf(0.2, 0.5).toFixed(1)}h0`);
    expect(shareLine(frames, 500, 'fresh-data', 1).length).toBeLessThanOrEqual(60);
  });

  it('stays inside its box, also where one mode takes all, and is empty where there is nothing to draw', () => {
    const line = shareLine(frames, 500, 'fresh-data', 1);
    const top = topOf([[], line], 0.125);
    expect(top).toBe(499 / 500);
    const heights = [...sharePath(line, 500, top).matchAll(/ ([\d.]+)/g)].map(([, y]) => Number(y));
    expect(Math.min(...heights)).toBe(1);
    expect(Math.max(...heights)).toBe(LINE.height - 1);
    // small shares keep the usual scale
    expect(topOf([[{ generation: 1, share: 0.1 }]], 0.125)).toBe(2.5 * 0.125);
    expect(sharePath(shareLine(frames, 0, 'fresh-data', 0), 500, 1)).toBe('');
    expect(shareLine(frames, 9, 'fully-synthetic', 0)).toEqual([]);
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
    const many = Array.from({ length: 26 }, (_, i) => i + 1);
    expect([10, 11, 12, 20, 21, 22].map((at) => rankWords(rarestFirst(many)[at], many))).toEqual(
      ['11th', '12th', '13th', '21st', '22nd', '23rd'].map((place) => `${place} rarest`),
    );
    expect(rarestFirst([0.5, 0.5]).map((mode) => rankWords(mode, [0.5, 0.5]))).toEqual(['', '']);
  });

  it('have their share to one decimal below 10 %', () => {
    expect([0, 1 / 255, 0.0996, 0.125, 1].map(shareWords)).toEqual(['0\u00a0%', '0.4\u00a0%', '10.0\u00a0%', '13\u00a0%', '100\u00a0%']);
  });

  it('have shares of the real data that add up to 100 % as they are written; equals have no rarest', () => {
    const ring = Array<number>(8).fill(1 / 8);
    const tail = Array.from({ length: 8 }, (_, i) => 2 ** (7 - i) / 255);
    for (const weights of [ring, tail]) {
      const written = weights.map((weight) => Number.parseFloat(weightWords(weight)));
      expect(Math.abs(written.reduce((sum, share) => sum + share) - 100)).toBeLessThan(0.15);
    }
    expect(weightWords(1 / 8)).toBe('12.5\u00a0%');
    expect([areEqual(ring), areEqual(tail)]).toEqual([true, false]);
  });
});
