import { lookOf } from '../../palette';
import { polyline, type Shape } from '../../plot/primitive';
import type { Plane } from '../geometry';
import type { ChartData } from '../layer';
import type { Pen } from '../pen';
import { bandOf } from '../series';
import { stretches } from '../stretches';

/** Where 10-90 % of the replicates lie. */
export function bands({ experiment, series: { rows } }: ChartData, { toX, toY }: Plane, { band }: Pen): Shape[] {
  if (experiment.replicates < 2 || band === 0) return [];
  return experiment.loop.flatMap((loop) => {
    const steps = stretches(rows, (row) => row[bandOf(loop)] as readonly [number, number] | null).flatMap((stretch) => {
      const upper = stretch.map(({ generation, value: [, high] }) => [toX(generation), toY(high)] as const);
      const lower = stretch.map(({ generation, value: [low] }) => [toX(generation), toY(low)] as const);
      return [...polyline([...upper, ...lower.reverse()]), ['z'] as const];
    });
    return steps.length === 0 ? [] : [{ kind: 'path', steps, fill: lookOf(loop).colour, fillOpacity: band, data: ['band', loop] }];
  });
}
