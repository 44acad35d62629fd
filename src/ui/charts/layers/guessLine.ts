import type { Shape, Step } from '../../plot/primitive';
import { extentOf } from '../extent';
import type { Plane } from '../geometry';
import type { ChartData, Layer } from '../layer';
import type { Pen } from '../pen';

const WORDS = 'your prediction';

function lineOf(data: ChartData, { toX, toY, floor }: Plane, { told, guess }: Pen): Shape[] {
  const placed = (data.guess?.points ?? []).flatMap(({ generation, value }) => (value === null ? [] : [[toX(generation), toY(value)] as const]));
  const [first] = placed;
  if (!first || !guess) return [];
  const steps = placed.map(([x, y], at): Step => [at === 0 ? 'M' : 'L', x, y]);
  const fontSize = told?.fontSize ?? 12;
  const isAbove = first[1] > floor - 2 * fontSize;
  return [
    { kind: 'path', steps, fill: 'none', stroke: guess, strokeWidth: 1.5, strokeDasharray: '2 4', data: ['guess', placed.length] },
    { kind: 'marks', outline: 2.5, places: placed.flat(), fill: guess },
    {
      kind: 'words',
      x: first[0] + fontSize / 2,
      y: first[1] + (isAbove ? -0.6 : 1.4) * fontSize,
      fontSize,
      fill: guess,
      ...(told && { stroke: told.halo, strokeWidth: 3, paintOrder: 'stroke' as const }),
      parts: [{ text: WORDS }],
    },
  ];
}

/** What was expected of the score, in ink and dotted: no loop's line is either. */
export function guessLine(data: ChartData): Layer | null {
  if (!data.guess) return null;
  return { level: 'over', extent: extentOf([...data.guess.range]), draw: (plane, pen) => lineOf(data, plane, pen) };
}
