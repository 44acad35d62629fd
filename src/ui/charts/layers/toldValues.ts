import type { ToldLine } from '../../../presets/told';
import type { Shape } from '../../plot/primitive';
import { extentOf } from '../extent';
import { type Plane, spread } from '../geometry';
import type { ChartData, Layer } from '../layer';
import type { Pen } from '../pen';

/** What is told of a single generation is a dash of this length, px. */
const DASH = 12;

const levelLine = (from: number, to: number, y: number, stroke: string, strokeWidth: number, data?: Shape['data']): Shape => ({
  kind: 'path',
  steps: [
    ['M', from, y],
    ['H', to],
  ],
  stroke,
  strokeWidth,
  ...(data && { data }),
});

/** Faint over the whole plot, strong over the generations that it is told of. */
function linesOf({ value, generations: [first, last] }: ToldLine, { geometry: { left }, end, toX, toY }: Plane, { mute }: Pen): Shape[] {
  const y = toY(value);
  const from = Math.max(left, Math.min(toX(first), toX(last) - DASH));
  return [levelLine(left, end, y, mute, 0.5), levelLine(from, Math.min(end, Math.max(toX(last), from + DASH)), y, mute, 2.5, ['told', value])];
}

/** At the end of the plot that is far from the generations it is told of, on the side of the line where the curves are not. */
function wordsOf(data: ChartData, plane: Plane, { told: pen, mute }: Pen): Shape[] {
  if (!pen) return [];
  const {
    series: { rows },
    experiment: { loop },
  } = data;
  const { geometry, end, floor, generations } = plane;
  const { fontSize, halo } = pen;
  const isEarly = ({ generations: [, last] }: ToldLine) => last < generations / 2;
  const isBelow = (line: ToldLine) =>
    plane.toY(line.value) - fontSize < geometry.top ||
    loop.some((id) => Number(rows.at(isEarly(line) ? -1 : 0)?.[id] ?? Number.NEGATIVE_INFINITY) > line.value);
  // a line on the floor is not told apart from the axis
  const told = data.told.filter(({ value }) => floor - plane.toY(value) > fontSize);
  const wanted = told.map((line) => plane.toY(line.value) + (isBelow(line) ? 1.05 : -0.35) * fontSize);
  const places = spread(wanted, 1.2 * fontSize, geometry.top, floor - 0.35 * fontSize);
  return told.map((line, i) => {
    const hasRoom = line.long.length * 0.57 * fontSize < end - geometry.left;
    return {
      kind: 'words',
      x: isEarly(line) ? end - fontSize / 2 : geometry.left + fontSize / 2,
      y: places[i],
      ...(isEarly(line) && { textAnchor: 'end' }),
      fontSize,
      fill: mute,
      stroke: halo,
      strokeWidth: 3,
      paintOrder: 'stroke',
      parts: [{ text: hasRoom ? line.long : line.short }],
    };
  });
}

/** What is told of the score, as long as the experiment is the one that it is told of. */
export function toldValues(data: ChartData): Layer | null {
  if (data.told.length === 0) return null;
  return {
    level: 'under',
    extent: extentOf(data.told.map(({ value }) => value)),
    draw: (plane, pen) => data.told.flatMap((line) => linesOf(line, plane, pen)),
  };
}

/** Their words, which no curve crosses. */
export function toldWords(data: ChartData): Layer | null {
  return data.told.length === 0 ? null : { level: 'over', extent: null, draw: (plane, pen) => wordsOf(data, plane, pen) };
}
