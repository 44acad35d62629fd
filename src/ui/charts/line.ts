import { type Paint, type Path, polyline } from '../plot/primitive';
import type { Plane } from './geometry';
import type { Row } from './series';

/** A line has this value at this generation. */
export interface Point<Value> {
  readonly generation: number;
  readonly value: Value;
}

/** Neighbouring generations that have a value: between two of these stretches a line breaks. */
export function stretches<Item extends { readonly generation: number }, Value>(
  items: readonly Item[],
  valueAt: (item: Item) => Value | null | undefined,
): Point<Value>[][] {
  const found: Point<Value>[][] = [];
  let isOpen = false;
  for (const item of items) {
    const value = valueAt(item) ?? null;
    if (value !== null) {
      if (!isOpen) found.push([]);
      found[found.length - 1].push({ generation: item.generation, value });
    }
    isOpen = value !== null;
  }
  return found;
}

/** The points of one line of a chart. */
export const pointsOf = (rows: readonly Row[], key: string): Point<number>[][] => stretches(rows, (row) => row[key] as number | null | undefined);

/** One line of a chart, in pieces; none without points. */
export function lineOf(rows: readonly Row[], key: string, { toX, toY }: Plane, paint: Paint): Path[] {
  const steps = pointsOf(rows, key).flatMap((stretch) => polyline(stretch.map(({ generation, value }) => [toX(generation), toY(value)])));
  return steps.length === 0 ? [] : [{ kind: 'path', steps, fill: 'none', ...paint, data: ['line', key] }];
}
