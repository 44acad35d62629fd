import { tickText } from '../charts/axis';
import type { Plane } from '../charts/geometry';
import type { EndPen } from '../charts/layers/ends';
import type { Pen } from '../charts/pen';
import { STRENGTH } from '../charts/series';
import { THEORY_DASH } from '../charts/theory';
import { lookOf } from '../palette';
import type { Shape, Words } from '../plot/primitive';
import { loopName } from '../text/loopNames';
import { COLOURS } from './figurePage';

/** Of type in a chart, px. */
export const SIZE = 13;

/** Words in a figure, from their left end. */
export const figureWords = (x: number, y: number, text: string, fill: string): Words => ({
  kind: 'words',
  x,
  y,
  fontSize: SIZE,
  fill,
  parts: [{ text }],
});

const ink = (loop: string) => lookOf(loop).inkOnLight;
const tick = (x: number, y: number, text: string, anchor?: 'middle' | 'end'): Shape => {
  return { kind: 'words', x, y, ...(anchor && { textAnchor: anchor }), fontSize: SIZE, fill: COLOURS.mute, parts: [{ text }] };
};

/** A line at each tick of the values, both axes, and ticks at the first, the last and where there is room at a middle generation. */
function axes({ axis, geometry: { left, top }, generations, end, floor, toX, toY }: Plane): Shape[] {
  const values = axis.ticks.flatMap((value): Shape[] => {
    const y = toY(value);
    const steps = [
      ['M', left, y],
      ['H', end],
    ] as const;
    return [{ kind: 'path', steps, stroke: COLOURS.hair }, tick(left - 7, y + 4, tickText(value, axis), 'end')];
  });
  const middle = generations > 20 ? [Math.round((generations + 1) / 2)] : [];
  const times = [1, ...middle, generations].flatMap((generation, i, all): Shape[] => {
    const x = toX(generation);
    const isLast = i === all.length - 1;
    const steps = [
      ['M', x, floor],
      ['V', floor + 5],
    ] as const;
    const anchor = isLast ? 'end' : 'middle';
    return [
      { kind: 'path', steps, stroke: COLOURS.mute },
      tick(x, floor + 20, isLast ? `generation ${generation}` : String(generation), i === 0 ? undefined : anchor),
    ];
  });
  const lines = [
    ['M', left, floor],
    ['H', end],
    ['M', left, top],
    ['V', floor],
  ] as const;
  return [...values, { kind: 'path', steps: lines, fill: 'none', stroke: COLOURS.mute }, ...times];
}

/** Charts in figures of their own, on white. */
export const figurePen: Pen = {
  mute: COLOURS.mute,
  noise: COLOURS.noise,
  ink,
  change: { strokeDasharray: '2 2', rise: 4, words: { rise: 9, character: SIZE * 0.53 } },
  told: { fontSize: SIZE, halo: '#fff' },
  axes,
  run: { strokeWidth: STRENGTH.run, isDashed: true, signs: 8 },
  area: 0,
  band: STRENGTH.band,
  theory: { strokeWidth: STRENGTH.theory, colour: ink, dash: (kind) => THEORY_DASH[kind] },
};

export const figureEnds: EndPen = { ink, name: loopName, fontSize: SIZE, valueWeight: 600, gap: SIZE + 4, foot: 4, away: 12 };
