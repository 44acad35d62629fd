import { afterEach, expect, it, vi } from 'vitest';
import { watchSight } from './useInSight';

afterEach(() => vi.unstubAllGlobals());

const element = {} as Element;

it('tells when an element comes into sight and leaves it, until it is stopped', () => {
  let report: (entries: readonly { isIntersecting: boolean }[]) => void = () => {};
  const disconnect = vi.fn();
  const watched: unknown[] = [];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: typeof report, { rootMargin }: { rootMargin: string }) {
        report = tell;
        watched.push(rootMargin);
      }
      observe = (one: Element) => watched.push(one);
      disconnect = disconnect;
    },
  );
  const told: boolean[] = [];
  const stop = watchSight(element, (inSight) => told.push(inSight), '40px');
  report([{ isIntersecting: false }, { isIntersecting: true }]);
  report([{ isIntersecting: false }]);
  expect([told, watched]).toEqual([
    [true, false],
    ['40px', element],
  ]);
  stop();
  expect(disconnect).toHaveBeenCalledOnce();
});

it('takes all for seen where nobody can say', () => {
  vi.stubGlobal('IntersectionObserver', undefined);
  const told: boolean[] = [];
  watchSight(element, (inSight) => told.push(inSight))();
  expect(told).toEqual([true]);
});
