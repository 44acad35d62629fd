import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { frameOf, laneOf } from '../../store/testing/frames';
import { axisOf } from '../charts/axis';
import { showingWords } from './enlargeWords';
import { generationTicks, ticksOf } from './ticks';
import { logWords } from './useLargeChart';

const LOG = { range: [0, null] as const, scale: 'log' as const, better: 'lower' as const };
const rising = (ticks: readonly number[]) => ticks.every((tick, at) => at === 0 || tick > ticks[at - 1]);

describe('ticksOf', () => {
  it.each([
    ['a share', { domain: [0, 1], ticks: [], log: false }, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    ['a count', { domain: [0, 8], ticks: [], log: false }, [0, 2, 4, 6, 8]],
    ['decades', { domain: [1e-3, 100], ticks: [], log: true }, [1e-3, 0.01, 0.1, 1, 10, 100]],
    ['less than two decades', { domain: [0.5, 20], ticks: [], log: true }, [0.5, 1, 2, 5, 10, 20]],
  ] as const)('is round: %s', (_, axis, ticks) => {
    expect(ticksOf(axis)).toEqual(ticks);
  });

  it('rises from end to end, with few ticks, whatever the values', () => {
    const value = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.boolean(), (one, other, log) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const axis = axisOf(log ? LOG : { ...LOG, scale: 'linear' }, { extent: [low, high], smallest: low });
        const ticks = ticksOf(axis);
        expect([ticks[0], ticks[ticks.length - 1]]).toEqual(axis.domain);
        expect(rising(ticks)).toBe(true);
        expect(ticks.length).toBeLessThanOrEqual(14);
      }),
    );
  });
});

describe('generationTicks', () => {
  it('names whole generations, both ends among them, as many as have room', () => {
    expect(generationTicks([1, 30], 1000, 14)).toEqual([1, 5, 10, 15, 20, 25, 30]);
    expect(generationTicks([3, 5], 1000, 14)).toEqual([3, 4, 5]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 120, max: 2000 }), (first, more, width) => {
        const ticks = generationTicks([first, first + more], width, 12);
        expect(ticks.every(Number.isInteger) && rising(ticks)).toBe(true);
        expect([ticks[0], ticks[ticks.length - 1]]).toEqual([first, first + more]);
        expect(ticks.length).toBeLessThanOrEqual(12);
      }),
    );
  });
});

describe('logWords', () => {
  it('refuses a logarithmic axis to what has none, with the reason', () => {
    expect(logWords([])).toBe('no value above 0 yet');
    expect(logWords([0, 0])).toBe('no value above 0 yet');
    expect(logWords([-1, 2])).toBe('has values below 0');
    expect(logWords([0, 2])).toBeNull();
  });
});

describe('showingWords', () => {
  const framesOf = (count: number) => Array.from({ length: count }, (_, at) => frameOf(at + 1, [laneOf('fresh-data', {})]));
  const of = (replicates: number) => parseExperiment({ replicates }).experiment;
  const all = { scale: 'linear', runs: 'all', hasMean: false } as const;

  it('says what is left out', () => {
    expect(showingWords(of(2), framesOf(3), all, true)).toEqual([]);
    expect(showingWords(of(2), framesOf(3), { ...all, scale: 'log' }, true)).toEqual([
      'A logarithmic axis has no 0: values of 0 lie on its lower edge.',
    ]);
    expect(showingWords(of(256), framesOf(50), all, false)).toEqual(['Single runs are drawn at 35 of the 50 generations in sight.']);
  });
});
