import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameOf, laneOf } from '../../store/testing/frames';
import { axisOf, heightOn, tickText } from './axis';
import { spread } from './geometry';
import { createScheduler } from './scheduler';
import { bandOf, MAX_POINTS, seriesOf, thinned } from './series';

/** A clock moved by hand: frames every 16 ms. */
function handClock() {
  let now = 0;
  let queue: { at: number; call: () => void }[] = [];
  const at = (time: number, call: () => void) => queue.push({ at: time, call });
  return {
    clock: {
      now: () => now,
      frame: (call: () => void) => void at(now + 16, call),
      later: (call: () => void, delayMs: number) => void at(now + delayMs, call),
    },
    run(until: number) {
      for (;;) {
        const next = [...queue].sort((a, b) => a.at - b.at)[0];
        if (!next || next.at > until) break;
        queue = queue.filter((entry) => entry !== next);
        now = next.at;
        next.call();
      }
      now = until;
    },
  };
}

describe('createScheduler', () => {
  it('redraws one chart a frame, and each at most once in 250 ms, however often they ask', () => {
    const { clock, run } = handClock();
    const scheduler = createScheduler(clock, 250);
    const redraws: { chart: number; at: number }[] = [];
    const charts = [0, 1, 2].map((chart) => ({ redraw: () => void redraws.push({ chart, at: clock.now() }) }));
    for (let time = 0; time < 1000; time += 10) {
      run(time);
      for (const chart of charts) scheduler.ask(chart);
    }
    run(3000);
    expect(new Set(redraws.map(({ at }) => at)).size).toBe(redraws.length);
    for (const chart of [0, 1, 2]) {
      const times = redraws.filter((entry) => entry.chart === chart).map(({ at }) => at);
      expect(times.length).toBeGreaterThanOrEqual(4);
      expect(times.every((time, i) => i === 0 || time - times[i - 1] >= 250)).toBe(true);
    }
  });

  it('draws the last wish, and nothing for a chart that left', () => {
    const { clock, run } = handClock();
    const scheduler = createScheduler(clock, 250);
    let [kept, left] = [0, 0];
    const [staying, leaving] = [{ redraw: () => void kept++ }, { redraw: () => void left++ }];
    scheduler.ask(staying);
    run(100);
    scheduler.ask(staying);
    scheduler.ask(leaving);
    scheduler.forget(leaving);
    run(1000);
    expect([kept, left]).toEqual([2, 0]);
  });
});

describe('seriesOf', () => {
  it('keeps at most 300 points, the first and the last among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (count) => {
        const kept = thinned(count, MAX_POINTS);
        expect(kept.length).toBe(Math.min(count, MAX_POINTS));
        expect([kept[0], kept[kept.length - 1]]).toEqual([0, count - 1]);
        expect(new Set(kept).size).toBe(kept.length);
      }),
    );
  });

  it('gives the median of the replicates and their 10-90 % band, and a gap where none has the score', () => {
    const lanes = [1, 2, 3, 4, 5].map((recall, i) => laneOf('fresh-data', { replicate: i + 1, scores: { recall: recall / 10 } }));
    const { rows, extent } = seriesOf(
      [frameOf(1, lanes), frameOf(2, [laneOf('fresh-data', { scores: { recall: null } })])],
      ['fresh-data'],
      'recall',
    );
    expect(rows[0]['fresh-data']).toBeCloseTo(0.3);
    expect(rows[0][bandOf('fresh-data')]).toEqual([expect.closeTo(0.14), expect.closeTo(0.46)]);
    expect(rows[1]['fresh-data']).toBeNull();
    expect(extent).toEqual([expect.closeTo(0.14), expect.closeTo(0.46)]);
  });
});

describe('axisOf', () => {
  const linear = { range: [0, null], scale: 'linear', better: 'lower' } as const;

  it('ends where the metric ends, or at a round number above the data', () => {
    expect(axisOf({ ...linear, range: [0, 1] }, { extent: [0.4, 0.5], smallest: 0.4 }).domain).toEqual([0, 1]);
    expect(axisOf(linear, { extent: [0.1, 0.73], smallest: 0.1 }).domain).toEqual([0, 0.8]);
    expect(axisOf(linear, { extent: [0, 0], smallest: null }).domain).toEqual([0, 1]);
    expect(axisOf({ ...linear, range: [1, null] }, { extent: [1, 1], smallest: 1 }).domain).toEqual([1, 2]);
    expect(axisOf({ ...linear, range: [null, null] }, { extent: [-42, -3], smallest: null })).toMatchObject({
      domain: [-50, 0],
      ticks: [-50, 0],
    });
  });

  it('covers whole powers of ten where it is logarithmic, with few ticks', () => {
    const axis = axisOf({ range: [null, null], scale: 'log', better: 'one' }, { extent: [3e-9, 1.4], smallest: 3e-9 });
    expect(axis.domain).toEqual([1e-9, 10]);
    expect(axis.ticks.length).toBeLessThanOrEqual(5);
    expect(tickText(1e-9, axis)).toBe('1e−9');
  });

  it('shows a factor of two where it is logarithmic and short', () => {
    const log = { range: [null, null], scale: 'log', better: 'neither' } as const;
    const ends = (low: number, high: number) => axisOf(log, { extent: [low, high], smallest: low });
    expect(ends(0.15, 1.9)).toMatchObject({ domain: [0.1, 2], ticks: [0.1, 1, 2] });
    expect(ends(0.86, 1.9)).toMatchObject({ domain: [0.5, 2], ticks: [0.5, 1, 2] });
    expect(ends(1, 1).domain).toEqual([1, 2]);
    expect(tickText(0.002, ends(0.002, 0.1))).toBe('0.002');
    expect(tickText(2e-7, ends(3e-7, 1e-6))).toBe('2e−7');
  });

  it('has no tick nearer to another than a line of text', () => {
    const ends = (low: number, high: number, better: 'one' | 'lower' = 'lower') =>
      axisOf({ range: [null, null], scale: 'linear', better }, { extent: [low, high], smallest: null });
    expect(ends(-0.05, 800)).toMatchObject({ domain: [-0.05, 800], ticks: [-0.05, 800] });
    expect(ends(-40, 30).ticks).toEqual([-40, 0, 30]);
    expect(ends(0, 300, 'one').ticks).toEqual([0, 300]);
    expect(ends(0, 2, 'one').ticks).toEqual([0, 1, 2]);
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.constantFrom('one' as const, 'lower' as const), (a, b, better) => {
        const axis = ends(Math.min(a, b), Math.max(a, b), better);
        const places = axis.ticks.map((tick) => heightOn(axis, tick));
        for (let i = 1; i < places.length; i++) expect(places[i] - places[i - 1]).toBeGreaterThan(0.14);
      }),
    );
  });

  it('keeps every value on the axis', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        fc.constantFrom('linear' as const, 'log' as const),
        (high, share, scale) => {
          const smallest = high * share;
          const axis = axisOf({ range: [null, null], scale, better: 'lower' }, { extent: [smallest, high], smallest });
          expect(axis.domain[0]).toBeLessThanOrEqual(smallest * (1 + 1e-9));
          expect(axis.domain[1]).toBeGreaterThanOrEqual(high * (1 - 1e-9));
          expect(axis.ticks.length).toBeLessThanOrEqual(5);
          expect([...axis.ticks].sort((a, b) => a - b)).toEqual(axis.ticks);
          expect(axis.ticks.at(-1)).toBe(axis.domain[1]);
          expect(heightOn(axis, high)).toBeGreaterThan(heightOn(axis, smallest) - 1e-9);
          expect(heightOn(axis, axis.domain[0])).toBe(0);
          for (const tick of axis.ticks) expect(tickText(tick, axis)).not.toMatch(/NaN|\.\d{4}/);
        },
      ),
    );
  });
});

describe('spread', () => {
  it('moves labels apart and keeps their order', () => {
    const places = spread([50, 51, 10], 12, 0, 100);
    expect(places[1] - places[0]).toBeGreaterThanOrEqual(12 - 1e-9);
    expect(places[2]).toBe(10);
  });
});
