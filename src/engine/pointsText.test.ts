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
        expect(readPoints(text)).toBe(text);
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
    ['padding', 'AAAAAA=='],
    ['more points than there may be', encodePoints(new Float64Array(2 * (MOST_POINTS + 1)))],
    ['a list with one number too many', '1,2,3'],
    ['a list with a word', '1,two'],
    ['a list that leaves the range', '1,8.1'],
  ])('are not %s', (_, text) => {
    expect(readPoints(text)).toBeNull();
  });

  it('may be written by hand as a list of numbers', () => {
    expect(readPoints('0.5, -1,2e0,-.25')).toBe(encodePoints([0.5, -1, 2, -0.25]));
  });
});
