import { describe, expect, it } from 'vitest';
import { FARTHEST } from '../../engine/pointsText';
import { fitToView } from './fitToView';

const column = (values: Float64Array, axis: number) => [...values].filter((_, i) => i % 2 === axis);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => mean(values.map((value) => (value - mean(values)) ** 2));

const cloud = (stretchX: number, stretchY: number) =>
  Float64Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 100 + stretchX * ((i * 37) % 101) : -40 + stretchY * ((i * 53) % 97)));

describe('points of a file', () => {
  it('are centred and scaled by one factor, so that shapes keep their shape', () => {
    const points = cloud(1, 2);
    const { values, words } = fitToView(points);
    const [x, y] = [column(values, 0), column(values, 1)];
    expect(mean(x)).toBeCloseTo(0, 10);
    expect(mean(y)).toBeCloseTo(0, 10);
    expect((variance(x) + variance(y)) / 2).toBeCloseTo(1, 10);
    expect((values[2] - values[0]) / (values[3] - values[1])).toBeCloseTo((points[2] - points[0]) / (points[3] - points[1]), 10);
    expect(words).toMatch(
      /^200 points, moved by \(−\d+(\.\d+)?, −\d+(\.\d+)?\) to be centred, and divided by \d+(\.\d+)?, so that their variance is 1/,
    );
  });

  it('are scaled one axis by itself where the axes have little to do with each other, and the words say so', () => {
    const { values, words } = fitToView(cloud(1, 1000));
    expect(variance(column(values, 0))).toBeCloseTo(1, 10);
    expect(variance(column(values, 1))).toBeCloseTo(1, 10);
    expect(words).toMatch(/x divided by [\d.]+ and y by [\d.]+/);
  });

  it('are told about in as many digits as matter', () => {
    const { words } = fitToView(Float64Array.from([1e-9, 1234.5678, 20, 1240.5678, -20, 1230.5678]));
    expect(words).toContain('moved by (0, −1235.2)');
    expect(fitToView(Float64Array.from([0.001234, 0, 0.001236, 0])).words).toContain('moved by (−0.001235, 0)');
  });

  it('all shrink where one lies far out', () => {
    const far = Float64Array.from({ length: 400 }, (_, i) => (i === 0 ? 1e6 : i % 7));
    const { values, words } = fitToView(far);
    expect(Math.max(...values.map(Math.abs))).toBeCloseTo(FARTHEST, 10);
    expect(words).toContain('the farthest fits');
  });

  it('may lie on a line or in one place', () => {
    const line = fitToView(Float64Array.from([0, 5, 2, 5])).values;
    for (const [i, value] of [-Math.SQRT2, 0, Math.SQRT2, 0].entries()) expect(line[i]).toBeCloseTo(value, 10);
    expect([...fitToView(Float64Array.from([3, 5, 3, 5])).values]).toEqual([0, 0, 0, 0]);
  });

  it('in one place say so, even where their mean is rounded', () => {
    const { values, words } = fitToView(Float64Array.from([0.1, 0.7, 0.1, 0.7, 0.1, 0.7]));
    expect([...values]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(words).toBe('3 points, all in one place, moved by (−0.1, −0.7) to the centre.');
    expect(fitToView(Float64Array.from([5, 0])).words).toBe('1 point, moved by (−5, 0) to the centre.');
  });

  it.each([1e-170, 1e-300, 1e150])('keep apart at a scale of %d', (scale) => {
    const shape = [0, 0, 1, 0, 0, 1, 1, 1];
    const { values } = fitToView(Float64Array.from(shape, (value) => value * scale));
    for (const [i, value] of [...values].entries()) expect(value).toBeCloseTo(shape[i] === 0 ? -1 : 1, 10);
  });
});
