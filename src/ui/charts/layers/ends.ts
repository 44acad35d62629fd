import { number } from '../../../format';
import { lookOf } from '../../palette';
import { signOutline } from '../../plot/marker';
import type { Paint, Shape } from '../../plot/primitive';
import { type Plane, spread } from '../geometry';

/** A line's value at its end, or where it is looked at. */
export interface End {
  readonly loop: string;
  readonly generation: number;
  readonly value: number;
  /** of the run that is compared with */
  readonly isKept?: boolean;
}

/** How a surface writes beside ends, px. */
export interface EndPen {
  ink(loop: string): string;
  name(loop: string): string;
  readonly fontSize?: number;
  readonly fontWeight?: number;
  readonly valueWeight: number;
  /** from line to line, from the floor, and to the right */
  readonly gap: number;
  readonly foot: number;
  readonly away: number;
  /** all words in the margin right of the plot, where no line runs */
  readonly isInMargin?: boolean;
}

/** A sign on each end. */
export function endSigns(ends: readonly End[], { toX, toY }: Plane, scale: number, hollow: Paint | null = null): Shape[] {
  return ends.map(({ loop, generation, value }) => {
    const { colour, marker } = lookOf(loop);
    const paint = hollow ? { ...hollow, stroke: colour } : { fill: colour };
    return { kind: 'marks', outline: signOutline(marker, scale), places: [toX(generation), toY(value)], ...paint };
  });
}

/** Name and value beside each end, moved apart where they would run into each other. */
export function endWords(ends: readonly End[], plane: Plane, pen: EndPen): Shape[] {
  const { geometry, floor, end, toX, toY } = plane;
  const places = spread(
    ends.map(({ value }) => toY(value)),
    pen.gap,
    geometry.top,
    floor - pen.foot,
  );
  return ends.map(({ loop, generation, value, isKept }, i) => ({
    kind: 'words',
    x: Math.max(pen.isInMargin ? end : toX(generation), geometry.left) + pen.away,
    y: places[i] + 4,
    fontSize: pen.fontSize,
    fontWeight: isKept ? pen.valueWeight : pen.fontWeight,
    fill: pen.ink(loop),
    parts: [{ text: `${isKept ? 'kept' : pen.name(loop)} ` }, ...(geometry.values ? [{ text: number(value), fontWeight: pen.valueWeight }] : [])],
  }));
}
