import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { reportHeight } from './height';

/** A frame of so many px, and a page in it that needs `content` px and fills what it is left. */
const frame = { height: 640, content: 0, filled: 0 };
let told: number[];
let observed: () => void;
let resized: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(frame, { height: 640, content: 0, filled: 0 });
  told = [];
  vi.stubGlobal('window', { parent: { postMessage: () => undefined } });
  vi.stubGlobal('location', { href: 'http://here/embed.html' });
  vi.stubGlobal('document', { documentElement: { getBoundingClientRect: () => ({ height: frame.content + frame.filled }) } });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(tell: () => void) {
        observed = tell;
      }
      observe() {}
    },
  );
  vi.stubGlobal('addEventListener', (type: string, listener: () => void) => {
    if (type === 'resize') resized = listener;
  });
  Object.defineProperty(globalThis, 'innerHeight', { configurable: true, get: () => frame.height });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(globalThis, 'innerHeight');
});

/** A page that reports its height; what it needs, it is told later. */
function open() {
  const door = { send: (message: { px?: number }) => void told.push(message.px ?? -1) };
  return reportHeight(door as never, (px) => {
    frame.filled = px;
  });
}

const needs = (px: number) => {
  frame.content = px;
  observed();
};

it('a frame that stays too high is filled, and told nothing more', () => {
  open();
  needs(400);
  expect(told).toEqual([400]);
  vi.advanceTimersByTime(2000);
  expect(frame.filled).toBe(240);
  observed();
  expect(told).toEqual([400]);
});

it('what comes later and needs more than the frame has is asked for, whatever was filled before', () => {
  open();
  needs(30);
  vi.advanceTimersByTime(2000);
  expect(frame.filled).toBe(610);
  needs(560);
  expect(frame.filled).toBe(0);
  expect(told).toEqual([30, 560]);
});

it('a frame that follows is left nothing', () => {
  open();
  needs(400);
  frame.height = 400;
  resized();
  vi.advanceTimersByTime(2000);
  expect(frame.filled).toBe(0);
});
