import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countScale } from '../controls/scale';
import { BOX, bandWidth, layout, NODES, stopsDragged, widthOfOne } from './geometry';

const setOf = (real: number, synthetic: number, drawn = synthetic) => ({
  generation: 2,
  real,
  synthetic,
  drawn,
  pool: null,
  initial: false,
  models: 1,
});
const counts = fc.integer({ min: 0, max: 20000 });

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

  it('grow with the largest count, though less than it does, and stay within their node', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 39999 }), (count) => {
        const [here, next] = [count, count + 1].map((largest) => widthOfOne(largest) * largest);
        expect(next).toBeGreaterThan(here - 1e-9);
        expect(here).toBeLessThanOrEqual(NODES.training.height);
      }),
    );
  });
});

describe('layout', () => {
  it('lays the real part on the synthetic one, without a gap, for any counts', () => {
    fc.assert(
      fc.property(counts, counts, (real, synthetic) => {
        const bands = layout(setOf(real, synthetic), widthOfOne(real + synthetic));
        const endOf = ({ path }: { path: string }) => Number(path.split(' ').at(-1));
        expect(endOf(bands.real) + bands.real.width / 2).toBeCloseTo(endOf(bands.synthetic) - bands.synthetic.width / 2, 1);
        expect(bands.fitReal.x - bands.fitReal.width / 2).toBeCloseTo(bands.fitSynthetic.x + bands.fitSynthetic.width / 2, 6);
      }),
    );
  });

  it('keeps every band and handle inside the picture, and handles apart', () => {
    fc.assert(
      fc.property(counts, counts, (real, synthetic) => {
        const bands = layout(setOf(real, synthetic), widthOfOne(real + synthetic));
        for (const { x, y, width } of Object.values(bands)) {
          expect(y - width / 2).toBeGreaterThanOrEqual(0);
          expect(y + width / 2).toBeLessThanOrEqual(BOX.height);
          expect(x + width / 2).toBeLessThanOrEqual(BOX.width);
        }
        expect(Math.hypot(bands.real.x - bands.synthetic.x, bands.real.y - bands.synthetic.y)).toBeGreaterThan(24);
      }),
    );
  });
});

it('chevrons point the way it flows: into the training set, down to the model, back to the samples', () => {
  const bands = layout(setOf(64, 200), widthOfOne(264));
  const direction = (arrow: string) => {
    const [x1, y1, x2, y2, x3, y3] = arrow.split(/[ML ]/).slice(1).map(Number);
    return [Math.sign(Math.round(2 * x2 - x1 - x3)), Math.sign(Math.round(2 * y2 - y1 - y3))];
  };
  expect(direction(bands.real.arrow)).toEqual([1, 0]);
  expect(direction(bands.synthetic.arrow)).toEqual([1, 0]);
  expect(direction(bands.fitSynthetic.arrow)).toEqual([0, 1]);
  expect(direction(bands.drawn.arrow)).toEqual([-1, 0]);
});

it('a drag up or to the right is more, down or to the left is less', () => {
  expect(stopsDragged(30, 0)).toBeGreaterThan(0);
  expect(stopsDragged(0, -30)).toBe(stopsDragged(30, 0));
  // a short drag does not take 200 samples to all there are
  const counts = countScale(10, 20_000, [200]);
  expect(counts.value(counts.position(200) + stopsDragged(60, -40))).toBeLessThan(4000);
  expect(stopsDragged(-30, 0)).toBe(-stopsDragged(30, 0));
});
