import { expect, it } from 'vitest';
import { densityOf, shadeOf } from './cloudOf';

const SIDE = 80;

it('the cloud behind a drawing is darkest where points are, in proportion to their number, and empty elsewhere', () => {
  const density = densityOf([-1.5, 1.5, -1.5, 1.5, 1.5, -1.5], 3);
  const at = (x: number, y: number) => density[Math.floor(((3 - y) / 6) * SIDE) * SIDE + Math.floor(((x + 3) / 6) * SIDE)];
  expect(at(-1.5, 1.5)).toBeCloseTo(1, 2);
  expect(at(1.5, -1.5)).toBeCloseTo(0.5, 2);
  expect(at(1.5, 1.5)).toBe(0);
  expect(at(0, 0)).toBe(0);
});

it('there is none without points, and one at the rim is cut off there', () => {
  expect(Math.max(...densityOf([], 3))).toBe(0);
  expect(densityOf([3, 3], 3).filter((value) => value > 0).length).toBeGreaterThan(10);
});

it('the haze of a point fades to nothing before its density is cut off, so that it is round', () => {
  const density = densityOf([0, 0], 1);
  const middle = SIDE / 2;
  const along = Array.from({ length: middle }, (_, i) => shadeOf(density[middle * SIDE + middle + i]));
  const last = along.indexOf(0);
  expect(last).toBeGreaterThan(2);
  expect(along[last - 1]).toBeLessThan(0.1);
  // no farther on the diagonal than along the axis
  const across = Array.from({ length: middle }, (_, i) => shadeOf(density[(middle + i) * SIDE + middle + i]));
  expect(Math.SQRT2 * across.indexOf(0)).toBeLessThanOrEqual(last + 2);
  expect([shadeOf(0), shadeOf(1)]).toEqual([0, 1]);
});
