import { inkVariable } from '../palette';
import type { Shape } from '../plot/primitive';
import { shortName } from '../text/loopNames';
import { tickText } from './axis';
import type { Plane } from './geometry';
import type { EndPen } from './layers/ends';
import type { Pen } from './pen';
import { STRENGTH } from './series';
import { THEORY_DASH } from './theory';

/** A hairline at each tick of the values, with its word left of the plot. */
function valueAxis({ axis, geometry: { left, right, width }, toY }: Plane, em: number): Shape[] {
  return axis.ticks.flatMap((value): Shape[] => {
    const y = toY(value);
    const steps = [
      ['M', left, y],
      ['H', width - right],
    ] as const;
    return [
      { kind: 'path', steps, stroke: 'var(--hair)' },
      {
        kind: 'words',
        x: left - em / 2,
        y: y + em / 3,
        textAnchor: 'end',
        fontSize: em,
        fill: 'var(--mute)',
        parts: [{ text: tickText(value, axis) }],
      },
    ];
  });
}

/** The first and the last generation, under the plot. */
function timeAxis({ geometry: { left }, end, floor, first, generations }: Plane, em: number): Shape[] {
  const word = (x: number, text: string, anchor?: 'end'): Shape => ({
    kind: 'words',
    x,
    y: floor + 1.3 * em,
    ...(anchor && { textAnchor: anchor }),
    fontSize: em,
    fill: 'var(--mute)',
    parts: [{ text }],
  });
  return [word(left, String(first)), ...(generations > first ? [word(end, `generation ${generations}`, 'end')] : [])];
}

/** Charts on the page. `em` is the size of small type, px; `hasTime`: whether generations are named under the plot. */
export const pagePen = (em: number, hasTime = true): Pen => ({
  mute: 'var(--mute)',
  noise: 'var(--noise)',
  ink: inkVariable,
  change: { strokeDasharray: '2 2', rise: 3, words: { rise: 7, character: 0.57 * em } },
  told: { fontSize: em, halo: 'var(--ground)' },
  guess: 'var(--ink)',
  axes: (plane) => [...valueAxis(plane, em), ...(hasTime ? timeAxis(plane, em) : [])],
  run: { strokeWidth: STRENGTH.run, isDashed: true, signs: 0 },
  area: 0,
  band: STRENGTH.band,
  theory: { strokeWidth: STRENGTH.theory, colour: inkVariable, dash: (kind) => THEORY_DASH[kind] },
});

/** `line`: the height of a line of words, px. */
export const pageEnds = (line: number): EndPen => ({
  ink: inkVariable,
  name: shortName,
  fontWeight: 600,
  valueWeight: 400,
  gap: line,
  foot: line / 4,
  away: line / 2,
  isInMargin: true,
});
