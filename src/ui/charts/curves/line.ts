import { type Paint, type Path, polyline } from '../../plot/primitive';
import type { Plane } from '../geometry';
import type { Row } from '../series';
import { type Point, stretches } from '../stretches';

/** The points of one line of a chart. */
export const pointsOf = (rows: readonly Row[], key: string): Point<number>[][] => stretches(rows, (row) => row[key] as number | null | undefined);

/** One line of a chart, in pieces; none without points. */
export function lineOf(rows: readonly Row[], key: string, { toX, toY }: Plane, paint: Paint): Path[] {
  const steps = pointsOf(rows, key).flatMap((stretch) => polyline(stretch.map(({ generation, value }) => [toX(generation), toY(value)])));
  return steps.length === 0 ? [] : [{ kind: 'path', steps, fill: 'none', ...paint, data: ['line', key] }];
}
