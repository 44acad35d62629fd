import { describe, expect, it } from 'vitest';
import type { ShownImages } from '../../../engine/kinds/images';
import type { LaneResult } from '../../../protocol/messages';
import type { Frame } from '../../../results/frame';
import type { Followed } from '../../../store/followed';
import { laneOf } from '../../../store/testing/frames';
import { spread } from '../spread';
import { differenceAlpha } from './drawFilm';
import { imagesOf, pixelsOf } from './generations';
import { lossPath } from './lossPath';
import { nearestSample } from './nearestSample';
import { placeAfter } from './wallKeys';

const lane = (loop: string, replicate: number, keys: Partial<LaneResult> = {}) => laneOf(loop, { replicate, ...keys });
const frameOf = (...lanes: LaneResult[]): Frame => ({ generation: 3, lanes, elapsedMs: 1 });

describe('the frames of a film', () => {
  it('are every generation while they fit', () => {
    expect(spread(0, 0, 40)).toEqual([]);
    expect(spread(3, 2, 40)).toEqual([1, 2, 3]);
    expect(spread(40, 7, 40)).toHaveLength(40);
  });

  it.each([41, 100, 2000])('are 40 of %i, rising, with the first, the last and whichever is shown', (count) => {
    for (const shown of [0, 1, 2, 3, 17, Math.floor(count / 2), count - 2, count - 1, count]) {
      const chosen = spread(count, shown, 40);
      expect(chosen).toHaveLength(40);
      expect(chosen[0]).toBe(1);
      expect(chosen[39]).toBe(count);
      for (let i = 1; i < 40; i++) expect(chosen[i]).toBeGreaterThan(chosen[i - 1]);
      if (shown > 0) expect(chosen).toContain(shown);
    }
  });

  it('are of replicate 1, and of images alone', () => {
    const images = { kind: 'images', count: 2, side: 2, values: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) } as const;
    const frame = frameOf(lane('a', 2, { shown: images }), lane('a', 1, { shown: images }), lane('b', 1));
    expect(imagesOf(frame, 'a')).toBe(images);
    expect(imagesOf(frame, 'b')).toBeNull();
    expect(imagesOf(undefined, 'a')).toBeNull();
    expect([...pixelsOf(images, 1)]).toEqual([5, 6, 7, 8]);
  });
});

describe('the difference from the digit chosen', () => {
  it('is nothing where nothing or little changed, and as strong as the change', () => {
    expect(differenceAlpha(90, 90, 0)).toBe(0);
    expect(differenceAlpha(110, 90, 0)).toBe(0);
    expect(differenceAlpha(200, 90, 0)).toBe(110);
    expect(differenceAlpha(255, 0, 0)).toBe(255);
  });

  it('is striped where ink was lost, solid where it was gained', () => {
    expect([0, 1, 2, 3].map((line) => differenceAlpha(0, 200, line))).toEqual([200, 0, 200, 0]);
    expect([0, 1, 2, 3].map((line) => differenceAlpha(200, 0, line))).toEqual([200, 200, 200, 200]);
  });
});

describe('the sample that follows a digit', () => {
  const wall = (classes?: readonly number[]): ShownImages => ({
    kind: 'images',
    count: 3,
    side: 1,
    values: Uint8Array.of(10, 60, 200),
    ...(classes && { classes: Uint8Array.from(classes) }),
  });
  const followed = (digit: number | null, pixel = 50): Followed => ({ loop: 'a', generation: 1, place: 0, pixels: Uint8Array.of(pixel), digit });

  it('is the nearest that is read as the same digit', () => {
    expect(nearestSample(wall([4, 9, 4]), followed(4))).toBe(0);
    expect(nearestSample(wall([4, 9, 4]), followed(4, 190))).toBe(2);
  });

  it('is nobody where none is read so, or images have another size', () => {
    expect(nearestSample(wall([4, 9, 4]), followed(7))).toBeNull();
    expect(nearestSample({ ...wall(), side: 2, count: 0 }, followed(7))).toBeNull();
  });

  it('is the nearest of all where nothing was read, and another one for another digit on the same wall', () => {
    const unread = wall();
    expect(nearestSample(unread, followed(4))).toBe(1);
    expect(nearestSample(unread, followed(4, 190))).toBe(2);
  });
});

it('a loss is drawn from its highest to its lowest, from left to right', () => {
  expect(lossPath([200, 150, 100])).toBe('0.0,0.0 50.0,50.0 100.0,100.0');
  expect(lossPath([200])).toBe('0.0,50.0');
});

describe('the keys of a wall', () => {
  it('move by one within a row and by a row within a column, and stop at the edges', () => {
    const from = (place: number, key: string) => placeAfter(key, false, place, 64);
    expect([from(9, 'ArrowLeft'), from(9, 'ArrowRight'), from(9, 'ArrowUp'), from(9, 'ArrowDown')]).toEqual([8, 10, 1, 17]);
    expect([from(8, 'ArrowLeft'), from(7, 'ArrowRight'), from(3, 'ArrowUp'), from(60, 'ArrowDown')]).toEqual([8, 7, 3, 60]);
    expect([from(13, 'Home'), from(13, 'End')]).toEqual([8, 15]);
    expect([placeAfter('Home', true, 13, 64), placeAfter('End', true, 13, 64)]).toEqual([0, 63]);
    expect(from(9, 'x')).toBeNull();
  });

  it('never lead outside a wall whose last row is short', () => {
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']) {
      for (let place = 0; place < 11; place++) {
        const next = placeAfter(key, false, place, 11) as number;
        expect(next).toBeGreaterThanOrEqual(0);
        expect(next).toBeLessThan(11);
      }
    }
  });
});
