import { number } from '../../format';
import { axisOf, tickText } from '../charts/axis';
import { extentOf } from '../charts/extent';
import { type ChartBox, geometryOf, type Plane, planeOf, spread } from '../charts/geometry';
import { pagePen } from '../charts/pagePen';
import { inkVariable, lookOf, type Marker } from '../palette';
import { signOutline } from '../plot/marker';
import { polyline, type Shape } from '../plot/primitive';
import type { Line, Measure } from './measures';

/** Each mix has a sign; GPT-2's are hollow and its lines dashed, so that nothing hangs on colour. */
const SIGNS: Readonly<Record<Line['mix'], Marker>> = { replaced: 'circle', fresh10: 'triangle', fresh50: 'diamond' };
const DASH = '5 3';
const SCALE = 0.7;

export const lineName = ({ whose, fresh }: Line): string => `${whose} ${fresh}`;

/** @param generations the last one on the axis of time */
export function chartPlane({ drawn, scale }: Measure, lines: readonly Line[], generations: number, box: ChartBox): Plane {
  const values = lines.flatMap(({ points }) => points.map((point) => point.drawn));
  const axis = axisOf({ range: scale === 'log' ? [null, null] : [0, null], scale, better: drawn === 'ratio' ? 'one' : 'neither' }, extentOf(values));
  const ticks = axis.ticks.map((tick) => tickText(tick, axis));
  return planeOf(geometryOf(box, ticks, lines.map(lineName), true), axis, generations);
}

function curve({ whose, loop, mix, points }: Line, { toX, toY }: Plane): Shape[] {
  const { colour } = lookOf(loop);
  const places = points.map(({ generation, drawn }) => [toX(generation), toY(drawn)] as const);
  const isOurs = whose === 'ours';
  return [
    {
      kind: 'path',
      steps: polyline(places),
      fill: 'none',
      stroke: colour,
      strokeWidth: isOurs ? 2 : 1.25,
      strokeDasharray: isOurs ? '' : DASH,
      strokeLinejoin: 'round',
      data: ['line', `${whose} ${mix}`],
    },
    {
      kind: 'marks',
      outline: signOutline(SIGNS[mix], SCALE),
      places: places.flat(),
      ...(isOurs ? { fill: colour } : { fill: 'var(--ground)', stroke: colour, strokeWidth: 1.25 }),
    },
  ];
}

function endWords(lines: readonly Line[], { geometry, floor, end, toY }: Plane, em: number): Shape[] {
  const ends = lines.map((line) => ({ line, last: line.points[line.points.length - 1] }));
  const places = spread(
    ends.map(({ last }) => toY(last.drawn)),
    1.2 * em,
    geometry.top / 2,
    floor,
  );
  return ends.map(({ line, last }, i) => ({
    kind: 'words',
    x: end + em * 0.6,
    y: places[i] + em / 3,
    fontSize: em,
    fontWeight: line.whose === 'ours' ? 600 : 400,
    fill: inkVariable(line.loop),
    parts: [{ text: lineName(line) }, ...(geometry.values ? [{ text: ` ${number(last.drawn)}`, fontWeight: 400 }] : [])],
  }));
}

/** The whole chart: ours over GPT-2's, names at the ends. */
export function chartShapes(lines: readonly Line[], plane: Plane, em: number): Shape[] {
  return [...pagePen(em).axes(plane), ...lines.flatMap((line) => curve(line, plane)), ...endWords(lines, plane, em)];
}
