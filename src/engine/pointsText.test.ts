import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPoints, decodePoints, encodePoints, FARTHEST, MOST_POINTS, MOST_POINTS_IN_LINK, readPoints } from './pointsText';

const coordinates = fc
  .array(fc.double({ min: -8, max: FARTHEST, noNaN: true }), { minLength: 1, maxLength: 60 })
  .map((values) => [...values, ...values]);

describe('points as text', () => {
  it('come back to the nearest 1/4096, and from then on to the bit', () => {
    fc.assert(
      fc.property(coordinates, (values) => {
        const text = encodePoints(values);
        const read = decodePoints(text);
        expect(read).toHaveLength(values.length);
        for (const [i, value] of read.entries()) expect(Math.abs(value - values[i])).toBeLessThanOrEqual(0.5 / 4096);
        expect(encodePoints(read)).toBe(text);
        expect(countPoints(text)).toBe(values.length / 2);
        expect(readPoints(text)).toEqual({ points: text, problem: null });
      }),
    );
  });

  it('are little-endian int16 pairs in base64url, as other programs write them', () => {
    const values = [1, -1, 2.5, -8, FARTHEST, 0.25];
    const bytes = Buffer.from(Int16Array.from(values, (value) => value * 4096).buffer);
    expect(encodePoints(values)).toBe(bytes.toString('base64url'));
  });

  it('stop at the range, and fit 500 times into a link that mail and chat leave whole', () => {
    expect([...decodePoints(encodePoints([-100, 100]))]).toEqual([-8, FARTHEST]);
    expect(encodePoints(new Float64Array(2 * MOST_POINTS_IN_LINK)).length).toBeLessThan(2700);
  });

  it.each([
    ['nothing', ''],
    ['half a point', 'AAA'],
    ['a length that no bytes have', 'AAAAA'],
    ['letters of another alphabet', 'AAAA+/'],
    ['more points than there may be', encodePoints(new Float64Array(2 * (MOST_POINTS + 1)))],
    ['more numbers than there may be', '1,'.repeat(2 * MOST_POINTS + 2)],
    ['a single number', '1,'],
  ])('are not %s', (_, text) => {
    const { points, problem } = readPoints(text);
    expect(points).toBeNull();
    expect(problem).not.toBeNull();
  });

  it('keep what arrived whole of a text that was cut, and say so', () => {
    const values = [0, 1, 2, -1, 0.5, -0.25];
    const text = encodePoints(values);
    for (let length = 6; length < text.length; length++) {
      const { points, problem } = readPoints(text.slice(0, length));
      const whole = points === null ? 0 : countPoints(points);
      expect(whole).toBe(Math.floor((length * 3) / 16));
      expect(points).toBe(encodePoints(values.slice(0, 2 * whole)));
      if (problem === null) expect(text.slice(0, length)).toBe(points);
    }
    expect(readPoints(`${text}_`)).toMatchObject({ points: text, problem: expect.stringContaining('is not 1 to 20000 points') });
    expect(readPoints('1,2,3')).toMatchObject({ points: encodePoints([1, 2]), problem: expect.stringContaining('odd number') });
  });

  it('may be padded as base64 is elsewhere', () => {
    expect(readPoints('AAAAAA==')).toEqual({ points: 'AAAAAA', problem: null });
    expect(readPoints('AAAAEAAgADA=')).toEqual({ points: 'AAAAEAAgADA', problem: null });
  });

  it('may be written by hand as a list of numbers', () => {
    expect(readPoints('0.5, -1,2e0,-.25').points).toBe(encodePoints([0.5, -1, 2, -0.25]));
    expect(readPoints('−8,0,8,7.9999')).toEqual({ points: encodePoints([-8, 0, FARTHEST, FARTHEST]), problem: null });
  });

  it.each([
    ['1,two', 'its number 2, “two”,'],
    ['0,0,1,8.1', 'its number 4, “8.1”,'],
    ['0,0,,1', 'its number 3, “”,'],
  ])('of the list %s name the number that is wrong', (text, words) => {
    const { points, problem } = readPoints(text);
    expect(points).toBeNull();
    expect(problem).toContain(words);
  });
});
