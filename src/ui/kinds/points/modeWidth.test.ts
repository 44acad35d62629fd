import { describe, expect, it } from 'vitest';
import type { ShownPoints } from '../../../engine/kinds/points';
import { createRng } from '../../../engine/rng';
import type { Preview } from '../../../protocol/messages';
import { modeWidth, varianceWithin } from './modeWidth';

const SIGMA = 0.2;
const CENTRES = [-2, 0, 2, 0, 0, 2];
const preview = { modes: Float32Array.from(CENTRES), reach: 3 * SIGMA } as Preview;
const ALL = [true, true, true];

/** Normal samples round the centres, `widths` times as wide as the true modes, drawn off their centres by `shift`. */
function drawn(each: number, widths: readonly number[], shift = 0): ShownPoints {
  const rng = createRng(7);
  const values = widths.flatMap((width, mode) =>
    Array.from({ length: 2 * each }, (_, i) => (CENTRES[2 * mode + (i % 2)] ?? 0) + shift + width * SIGMA * rng.normal()),
  );
  return { kind: 'points', count: values.length / 2, dim: 2, values: Float32Array.from(values), components: new Float32Array(0) };
}

/** Variance per axis of a round normal of deviation 1 cut at c, by the midpoint rule over its radius. */
function integrated(c: number): number {
  const steps = 20_000;
  let [mass, squares] = [0, 0];
  for (let i = 0; i < steps; i++) {
    const r = ((i + 0.5) * c) / steps;
    const density = r * Math.exp((-r * r) / 2);
    mass += density;
    squares += density * r * r;
  }
  return squares / mass / 2;
}

describe('the variance within a cut', () => {
  it('is that of the density integrated, all of it without a cut, a disc’s where the cut is narrow', () => {
    for (const sigmas of [0.5, 1, 2, 3, 4]) expect(varianceWithin(sigmas)).toBeCloseTo(integrated(sigmas), 8);
    expect(varianceWithin(9)).toBeCloseTo(1, 12);
    // evenly filled, a disc of radius c has c²/4 an axis
    expect(varianceWithin(0.05)).toBeCloseTo(0.05 ** 2 / 4, 6);
    expect(varianceWithin(3)).toBeCloseTo(0.94945, 5);
  });
});

describe('the width of modes', () => {
  it('is 1 of real data, and where a mode lies aside that of its samples', () => {
    expect(modeWidth(drawn(40_000, [1, 1, 1]), preview, ALL)).toBeCloseTo(1, 2);
    expect(modeWidth(drawn(40_000, [0.4, 0.4, 0.4], 0.1), preview, ALL)).toBeCloseTo(0.4 / Math.sqrt(varianceWithin(3)), 2);
  });

  it('is that of a typical mode: the median over those that are alive', () => {
    expect(modeWidth(drawn(5000, [0.1, 0.4, 1]), preview, ALL)).toBeCloseTo(0.41, 1);
    expect(modeWidth(drawn(5000, [0.1, 0.4, 1]), preview, [true, false, true])).toBeCloseTo((0.1 / Math.sqrt(varianceWithin(3)) + 1) / 2, 1);
  });

  it('is 0 of a mode that has shrunk to a point, wherever in its reach', () => {
    const point = { ...drawn(0, []), count: 5, values: Float32Array.from(Array(5).fill([-1.7, 0.3]).flat()) };
    expect(modeWidth(point, preview, [true, false, false])).toBe(0);
  });

  it('says nothing where there is nothing to say: no modes, none alive, too few samples of most', () => {
    const samples = drawn(50, [1, 1, 1]);
    expect(modeWidth(samples, { ...preview, modes: new Float32Array(0), reach: 0 }, [])).toBeNull();
    expect(modeWidth(samples, preview, [false, false, false])).toBeNull();
    expect(modeWidth(drawn(2, [1, 1, 1]), preview, ALL)).toBeNull();
    expect(modeWidth(drawn(50, [1]), preview, ALL)).toBeNull();
    expect(modeWidth({ ...samples, dim: 1 }, preview, ALL)).toBeNull();
  });
});
