import { afterEach, expect, it, vi } from 'vitest';
import { workersHere } from './engineWorkers';

afterEach(() => vi.unstubAllGlobals());

function here(navigator: object, screen = { width: 1280, height: 800 }, isTouched = false): number {
  vi.stubGlobal('navigator', navigator);
  vi.stubGlobal('screen', screen);
  vi.stubGlobal('matchMedia', () => ({ matches: isTouched }));
  return workersHere();
}

it('takes the cores that there are, all but one where there are many', () => {
  expect([1, 2, 3, 4, 6, 8, 16].map((hardwareConcurrency) => here({ hardwareConcurrency }))).toEqual([1, 2, 3, 3, 5, 7, 7]);
  expect(here({})).toBe(1);
});

it('takes fewer on a phone, and where memory is small', () => {
  expect(here({ hardwareConcurrency: 8 }, { width: 390, height: 844 }, true)).toBe(2);
  // a tablet, and a window of a computer that is as narrow
  expect(here({ hardwareConcurrency: 8 }, { width: 820, height: 1180 }, true)).toBe(7);
  expect(here({ hardwareConcurrency: 8 }, { width: 390, height: 844 })).toBe(7);
  expect(here({ hardwareConcurrency: 8, deviceMemory: 4 })).toBe(2);
  expect(here({ hardwareConcurrency: 4, deviceMemory: 2 })).toBe(1);
});
