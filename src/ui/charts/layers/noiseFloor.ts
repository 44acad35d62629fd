import { box } from '../../plot/primitive';
import { extentOf } from '../extent';
import type { ChartData, Layer } from '../layer';

/** Thinner than this a band is not seen, px. */
const THINNEST = 2;

/** Where a score lies between two sets of real samples. */
export function noiseFloor({ noise }: ChartData): Layer | null {
  if (!noise) return null;
  const { low, high } = noise;
  return {
    level: 'ground',
    extent: extentOf([low, high]),
    isBackground: true,
    draw({ geometry: { left }, end, floor, toY }, pen) {
      const upper = Math.min(toY(high), floor - THINNEST);
      const steps = box(left, upper, Math.max(0, end - left), Math.max(THINNEST, toY(low) - upper));
      return [{ kind: 'path', steps, fill: pen.noise, data: ['noise', `${low} ${high}`] }];
    },
  };
}
