import type { Shape } from '../../plot/primitive';
import type { Plane } from '../geometry';
import type { ChartData } from '../layer';
import type { Pen } from '../pen';
import { theoryKey } from '../series';
import { lineOf } from './line';

/** What theory expects. */
export function theoryLines({ series }: ChartData, plane: Plane, { theory: { strokeWidth, colour, dash } }: Pen): Shape[] {
  return series.theory.flatMap((line) => {
    const paint = { stroke: colour(line.loop), strokeWidth, strokeDasharray: dash(line.kind) };
    return lineOf(series.rows, theoryKey(line), plane, paint);
  });
}
