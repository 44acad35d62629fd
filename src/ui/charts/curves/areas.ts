import { lookOf } from '../../palette';
import { polyline, type Shape } from '../../plot/primitive';
import type { Plane } from '../geometry';
import type { ChartData } from '../layer';
import type { Pen } from '../pen';
import { pointsOf } from './line';

/** The ground under each line, where a picture is small. */
export function areas({ experiment, series: { rows } }: ChartData, { toX, toY, floor }: Plane, { area }: Pen): Shape[] {
  if (area === 0) return [];
  return experiment.loop.flatMap((loop) => {
    const steps = pointsOf(rows, loop).flatMap((stretch) => {
      const places = stretch.map(({ generation, value }) => [toX(generation), toY(value)] as const);
      const [first, last] = [places[0][0], places[places.length - 1][0]];
      return [...polyline(places), ['L', last, floor] as const, ['H', first] as const, ['z'] as const];
    });
    return steps.length === 0 ? [] : [{ kind: 'path', steps, fill: lookOf(loop).colour, fillOpacity: area }];
  });
}
