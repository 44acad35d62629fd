import { lookOf } from '../../palette';
import { signOutline } from '../../plot/marker';
import type { Shape } from '../../plot/primitive';
import type { Plane } from '../geometry';
import type { ChartData } from '../layer';
import type { Pen } from '../pen';
import type { Row } from '../series';
import { lineOf, pointsOf } from './line';

const SIGN_SCALE = 0.75;

/** Signs along a line, so that it is told apart without its colour. */
function signs(rows: readonly Row[], loop: string, { toX, toY }: Plane, { run }: Pen): Shape[] {
  const points = run.signs === 0 ? [] : pointsOf(rows, loop).flat();
  const step = Math.max(1, Math.ceil(points.length / run.signs));
  const signed = points.filter((_, i) => i % step === 0 || i === points.length - 1);
  if (signed.length === 0) return [];
  const { colour, marker } = lookOf(loop);
  const places = signed.flatMap(({ generation, value }) => [toX(generation), toY(value)]);
  return [{ kind: 'marks', outline: signOutline(marker, SIGN_SCALE), places, fill: colour }];
}

/** The lines of the run, or the medians of its replicates. */
export function runs({ experiment, series: { rows } }: ChartData, plane: Plane, pen: Pen): Shape[] {
  return experiment.loop.flatMap((loop) => {
    const { colour: stroke, dash } = lookOf(loop);
    const { strokeWidth, isDashed, cap } = pen.run;
    const paint = { stroke, strokeWidth, strokeDasharray: isDashed ? dash : '', strokeLinejoin: 'round', strokeLinecap: cap } as const;
    return [...lineOf(rows, loop, plane, paint), ...signs(rows, loop, plane, pen)];
  });
}
