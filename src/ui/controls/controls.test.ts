import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readNumber } from './readNumber';
import { countScale, linearScale } from './scale';
import { throttle } from './throttle';

describe('countScale', () => {
  const scale = countScale(0, 20000, [64]);

  it('reaches 0 and its end, and stops at the default', () => {
    expect(scale.value(0)).toBe(0);
    expect(scale.value(scale.last)).toBe(20000);
    expect(scale.value(scale.position(64))).toBe(64);
  });

  it('puts every value between its neighbours, so that the thumb never jumps back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 19999 }), (value) => {
        expect(scale.position(value)).toBeLessThanOrEqual(scale.position(value + 1));
      }),
    );
  });

  it('always moves on with an arrow key', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 19999 }), (value) => {
        expect(scale.next(value, 1)).toBeGreaterThan(value);
        expect(scale.next(value, -1)).toBeLessThan(value);
      }),
    );
    expect([scale.next(0, -1), scale.next(20000, 1)]).toEqual([0, 20000]);
  });
});

it('a linear scale has exact stops', () => {
  const scale = linearScale(0, 1.5, 0.01);
  expect(scale.value(scale.position(0.7))).toBe(0.7);
  expect(scale.next(0.3, 1)).toBe(0.31);
});

describe('readNumber', () => {
  const rule = { name: 'Seed', min: 0, max: 10, whole: true };

  it('names the key, the value and the range', () => {
    expect(readNumber('abc', rule)).toEqual({ message: 'Seed: “abc” is not a whole number from 0 to 10.' });
    expect(readNumber('11', rule)).toHaveProperty('message');
    expect(readNumber('', rule)).toHaveProperty('message');
    expect(readNumber('1.5', rule)).toHaveProperty('message');
  });

  it('takes what fits', () => {
    expect(readNumber(' 7 ', rule)).toEqual({ value: 7 });
    expect(readNumber('0', rule)).toEqual({ value: 0 });
    expect(readNumber('0,8', { ...rule, whole: false })).toEqual({ value: 0.8 });
    expect(readNumber('–0.5', { ...rule, min: -1, whole: false })).toEqual({ value: -0.5 });
    expect(readNumber('1,000', { ...rule, max: 20000 })).toEqual({ value: 1000 });
    expect(readNumber('0x7', rule)).toHaveProperty('message');
    expect(readNumber('12 345', { ...rule, max: 20000 })).toEqual({ value: 12345 });
  });
});

describe('throttle', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('hands on the first value at once, few in between, and never loses the last', () => {
    const calls: number[] = [];
    const throttled = throttle((value: number) => calls.push(value), 150);
    for (let i = 0; i < 20; i++) {
      throttled.push(i);
      vi.advanceTimersByTime(20);
    }
    vi.advanceTimersByTime(200);
    expect(calls[0]).toBe(0);
    expect(calls.at(-1)).toBe(19);
    expect(calls.length).toBeLessThanOrEqual(4);
  });

  it('flushes what waits, once', () => {
    const calls: number[] = [];
    const throttled = throttle((value: number) => calls.push(value), 150);
    throttled.push(1);
    throttled.push(2);
    throttled.flush();
    throttled.flush();
    vi.advanceTimersByTime(500);
    expect(calls).toEqual([1, 2]);
  });
});
