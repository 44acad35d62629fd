import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../engine/catalogue';
import type { Part } from '../../engine/descriptions';
import { countScale } from '../controls/scale';
import { BOX, bandWidth, ENTRY, LANE, layout, MODEL, type Point, stopsDragged, widthOfOne } from './geometry';
import type { TrainingSet } from './trainingSet';

const setOf = (real: number, synthetic: number, more: Partial<TrainingSet> = {}): TrainingSet => ({
  generation: 2,
  real,
  fixed: 0,
  fresh: real,
  archived: 0,
  synthetic,
  left: null,
  isRefilled: false,
  steps: [],
  drawn: synthetic,
  pool: null,
  initial: false,
  memory: 'previous',
  models: 1,
  ...more,
});
const loopOf = (...parts: Part[]) => ({ parts });
const counts = fc.integer({ min: 0, max: 20000 });
const loops = fc.constantFrom(...catalogue.loops.map(({ parts }) => ({ parts })), loopOf('initial', 'fresh', 'synthetic'));
const bandsOf = (loop: { parts: readonly Part[] }, set: TrainingSet) => layout(loop, set, widthOfOne(set.real + set.synthetic));

describe('widths', () => {
  it('compare as the counts do', () => {
    const one = widthOfOne(1000);
    expect(bandWidth(800, one) / bandWidth(200, one)).toBeCloseTo(4, 10);
  });

  it('never hide a band that carries something, and show an empty one as none', () => {
    const one = widthOfOne(20000);
    expect(bandWidth(1, one)).toBeGreaterThanOrEqual(1.5);
    expect(bandWidth(0, one)).toBe(0);
  });

  it('grow with the largest count, though less than it does, and go into the model as a whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 39999 }), (count) => {
        const [here, next] = [count, count + 1].map((largest) => widthOfOne(largest) * largest);
        expect(next).toBeGreaterThan(here - 1e-9);
        expect(ENTRY + here / 2).toBeLessThan(MODEL.y + MODEL.height);
        expect(ENTRY - here / 2).toBeGreaterThan(MODEL.y);
      }),
    );
  });
});

describe('layout', () => {
  it('lays the real part on the synthetic one, without a gap, for any counts', () => {
    fc.assert(
      fc.property(loops, fc.integer({ min: 1, max: 20000 }), fc.integer({ min: 10, max: 20000 }), (loop, real, synthetic) => {
        const bands = bandsOf(loop, setOf(real, synthetic));
        const below = bands.ways.in.at(-1)?.[1] ?? 0;
        expect(bands.source.y + bands.real.width / 2).toBeCloseTo(below - bands.synthetic.width / 2, 6);
      }),
    );
  });

  it('keeps every band and ring inside the picture, and what a finger takes apart', () => {
    fc.assert(
      fc.property(loops, counts, counts, (loop, real, synthetic) => {
        const { ways, source, ...bands } = bandsOf(loop, setOf(real, synthetic));
        const inside = ([x, y]: Point, wide: number) => {
          expect([x, y, BOX.width - x, BOX.height - y].every((room) => room >= wide / 2)).toBe(true);
        };
        for (const point of [...ways.in.slice(0, -1), ...ways.out]) inside(point, bands.drawn.width);
        expect((source.store?.height ?? 0) / 2).toBeLessThan(ENTRY);
        // targets are 32 wide and high, one above the middle and one below it
        expect(bands.real.ring[1]).toBeLessThan(BOX.height / 2);
        expect(bands.synthetic.ring[1]).toBeGreaterThan(BOX.height / 2);
        expect(bands.real.ring[0]).toBeGreaterThan(16);
      }),
    );
  });

  it('shows where real data come from: from nowhere, out of a store, from outside, or both of these', () => {
    const sourceOf = (...parts: Part[]) => {
      const { isFresh, store, bar } = bandsOf(loopOf(...parts), setOf(parts.length > 1 ? 64 : 0, 200)).source;
      return [isFresh, store !== null, bar !== null];
    };
    expect(sourceOf('synthetic')).toEqual([false, false, true]);
    expect(sourceOf('initial', 'synthetic')).toEqual([false, true, false]);
    expect(sourceOf('fresh', 'synthetic')).toEqual([true, false, false]);
    expect(sourceOf('initial', 'fresh', 'synthetic')).toEqual([true, true, false]);
  });

  it('has no bar before the initial real data of generation 1, and nothing goes round yet', () => {
    const { source, synthetic, drawn, ways } = bandsOf(loopOf('synthetic'), setOf(64, 0, { initial: true, drawn: 200 }));
    expect([source.bar, synthetic.width, ways.in]).toEqual([null, 0, []]);
    expect(drawn.width).toBeGreaterThan(0);
  });

  it('a store on the way back keeps samples of earlier generations', () => {
    const kept = (memory: TrainingSet['memory'], synthetic: number) => bandsOf(loopOf('synthetic'), setOf(0, synthetic, { memory })).kept;
    expect([kept('previous', 200), kept('all', 0)]).toEqual([null, null]);
    for (const memory of ['all', 'subsample', 'last'] as const) expect(kept(memory, 200)?.[0]).toBeGreaterThan(6.5);
  });

  it('ways lead into the model, and from it to where they began', () => {
    const { ways } = bandsOf(loopOf('fresh', 'synthetic'), setOf(64, 200));
    for (const way of [ways.real, ways.in]) expect(way.at(-1)?.[0]).toBe(MODEL.x);
    expect(ways.out[0][1]).toBe(MODEL.y + MODEL.height);
    expect(ways.out.at(-1)).toEqual(ways.in[0]);
    expect(ways.in[0][1]).toBe(LANE);
  });
});

it('a drag up or to the right is more, down or to the left is less', () => {
  expect(stopsDragged(30, 0)).toBeGreaterThan(0);
  expect(stopsDragged(0, -30)).toBe(stopsDragged(30, 0));
  // a short drag does not take 200 samples to all there are
  const scale = countScale(10, 20_000, [200]);
  expect(scale.value(scale.position(200) + stopsDragged(60, -40))).toBeLessThan(4000);
  expect(stopsDragged(-30, 0)).toBe(-stopsDragged(30, 0));
});
