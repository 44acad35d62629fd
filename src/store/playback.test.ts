import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPlayback } from './playback';

let frames = 0;

beforeEach(() => {
  frames = 0;
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (callback: (now: number) => void) => {
    frames++;
    return setTimeout(() => callback(performance.now()), 16);
  });
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('ticks as often as asked for, and asks for frames only when a generation is nearly due', () => {
  const tick = vi.fn();
  createPlayback(tick).start(2);
  vi.advanceTimersByTime(5020);
  expect(tick).toHaveBeenCalledTimes(11);
  expect(frames).toBeLessThan(40);
});

it('ticks at every frame at full speed, and no more once it is stopped', () => {
  const tick = vi.fn();
  const playback = createPlayback(tick);
  playback.start(Number.POSITIVE_INFINITY);
  vi.advanceTimersByTime(1600);
  expect(tick).toHaveBeenCalledTimes(100);
  playback.stop();
  vi.advanceTimersByTime(1600);
  expect(tick).toHaveBeenCalledTimes(100);
});

it('takes another speed at once, however long it had waited', () => {
  const tick = vi.fn();
  const playback = createPlayback(tick);
  playback.start(0.1);
  vi.advanceTimersByTime(100);
  expect(tick).toHaveBeenCalledTimes(1);
  playback.start(10);
  vi.advanceTimersByTime(1000);
  expect(tick.mock.calls.length).toBeGreaterThanOrEqual(9);
});

it('a tick that stops it has the last word', () => {
  const tick = vi.fn(() => playback.stop());
  const playback = createPlayback(tick);
  playback.start(2);
  vi.advanceTimersByTime(3000);
  expect(tick).toHaveBeenCalledTimes(1);
});
