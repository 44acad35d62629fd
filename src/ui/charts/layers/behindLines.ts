import { type Behind, type BehindKind, valuesOf } from '../../compare/behind';
import { lookOf } from '../../palette';
import { type Paint, polyline, type Step } from '../../plot/primitive';
import { extentOf } from '../extent';
import type { Plane } from '../geometry';
import type { ChartData, Layer } from '../layer';
import { stretches } from '../stretches';

/** How their lines look, in charts and beside words. */
export const BEHIND_PAINT: Record<BehindKind, Pick<Paint, 'strokeWidth' | 'strokeOpacity' | 'strokeDasharray' | 'strokeLinecap'>> = {
  single: { strokeWidth: 0.75, strokeOpacity: 0.4, strokeDasharray: '' },
  mean: { strokeWidth: 1.25, strokeDasharray: '' },
  ghost: { strokeWidth: 2, strokeOpacity: 0.4 },
  kept: { strokeWidth: 1.75, strokeDasharray: '0.1 3.5', strokeLinecap: 'round' },
};

/** In pieces where a score is undefined; a point alone is a short dash. */
function stepsOf(line: Behind['lines'][number], { toX, toY }: Plane): Step[] {
  return stretches(line, ({ value }) => value).flatMap((stretch) => [
    ...polyline(stretch.map(({ generation, value }) => [toX(generation), toY(value)])),
    ...(stretch.length === 1 ? [['H', toX(stretch[0].generation) + 2] as const] : []),
  ]);
}

/** Single runs, discarded futures and the run that this one is compared with. */
export function behindLines({ behind }: ChartData): Layer {
  return {
    level: 'ground',
    extent: extentOf(valuesOf(behind)),
    draw: (plane, pen) =>
      behind.map(({ kind, loop, lines }) => ({
        kind: 'path',
        steps: lines.flatMap((line) => stepsOf(line, plane)),
        fill: 'none',
        // its end has the sign of its loop
        stroke: kind === 'kept' ? pen.mute : pen.ink(loop),
        strokeDasharray: lookOf(loop).dash,
        ...BEHIND_PAINT[kind],
        data: ['behind', `${kind} ${loop}`],
      })),
  };
}
