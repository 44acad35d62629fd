import type { Experiment, Key } from './experiment';
import type { NumberKey } from './keys/key';
import { specOf } from './keyText';
import { exp } from './math/exp';
import { ln } from './math/ln';

/** The values that one key takes. */
export interface Axis {
  readonly key: Key;
  readonly values: readonly number[];
}

/** A map of loops: each cell is a loop of its own, which differs from its neighbours in two keys alone. */
export interface SweepPlan {
  /** what all cells share: one loop, `generations` as far as each is run */
  readonly experiment: Experiment;
  readonly x: Axis;
  readonly y: Axis;
  /** the score, or exact value, that is read off the last generation */
  readonly score: string;
}

export interface Cell {
  readonly x: number;
  readonly y: number;
}

/** A replicate of a cell; `value` is null with its reason. */
export interface CellValue extends Cell {
  readonly replicate: number;
  readonly value: number | null;
  readonly undefined?: string;
}

/** Row by row, x first. */
export const cellsOf = ({ x, y }: Pick<SweepPlan, 'x' | 'y'>): Cell[] => y.values.flatMap((row) => x.values.map((column) => ({ x: column, y: row })));

/** The place of a cell among them; -1 where it is none. */
export function placeOf({ x, y }: Pick<SweepPlan, 'x' | 'y'>, cell: Cell): number {
  const [column, row] = [x.values.indexOf(cell.x), y.values.indexOf(cell.y)];
  return column < 0 || row < 0 ? -1 : row * x.values.length + column;
}

export const experimentOf = ({ experiment, x, y }: Omit<SweepPlan, 'score'>, cell: Cell): Experiment => ({
  ...experiment,
  [x.key]: cell.x,
  [y.key]: cell.y,
});

/** Decimals that a range of numbers leaves; what is beyond is rounding. */
const DIGITS = 12;

/**
 * `count` values from `from` to `to`, both among them: in equal steps, or in equal ratios where the key's slider is logarithmic (behind a 0 the
 * ratios begin at the next value). Whole numbers are rounded, and never the same twice.
 * @returns null where there are not so many
 */
export function valuesBetween(spec: Pick<NumberKey, 'type' | 'scale'>, from: number, to: number, count: number): number[] | null {
  if (count < 2 || to <= from || (spec.type === 'integer' && to - from < count - 1)) return null;
  const isLog = spec.scale === 'log' && to > 1;
  const values: number[] = isLog && from <= 0 ? [from] : [];
  const start = isLog && from <= 0 ? 1 : from;
  const steps = count - values.length;
  for (let i = 0; i < steps; i++) {
    const share = steps === 1 ? 1 : i / (steps - 1);
    const value = isLog ? exp(ln(start) + share * (ln(to) - ln(start))) : start + share * (to - start);
    const rounded = spec.type === 'integer' ? Math.round(value) : Number(value.toPrecision(DIGITS));
    const last = values.at(-1);
    // small numbers in small ratios would round to the same
    values.push(i === steps - 1 ? to : spec.type === 'integer' && last !== undefined ? Math.max(rounded, last + 1) : rounded);
  }
  return values.every((value, i) => i === 0 || value > values[i - 1]) ? values : null;
}

/** The range of a key on a map; null where it has not so many values there. */
export function axisOf(key: Key, from: number, to: number, count: number): Axis | null {
  const spec = specOf(key);
  if (spec.type !== 'integer' && spec.type !== 'number') return null;
  const values = valuesBetween(spec, from, to, count);
  if (!values?.every((value) => spec.allowed?.some((one) => one.value === value) ?? true)) return null;
  return { key, values };
}

/** The largest power of two, at most `coarsest`, that divides a column or row. */
function stepOf(index: number, coarsest: number): number {
  let step = coarsest;
  while (index % step !== 0) step /= 2;
  return step;
}

/** The largest power of two below the longer side. */
const coarsestOf = ({ x, y }: Pick<SweepPlan, 'x' | 'y'>): number => {
  let step = 1;
  while (2 * step < Math.max(x.values.length, y.values.length)) step *= 2;
  return step;
};

/**
 * For each cell, by its place in `cellsOf`, the side of the square, in cells, that it stands for until finer ones are there: at column c and row
 * r the largest power of two that divides both.
 */
export function stepsOf(plan: Pick<SweepPlan, 'x' | 'y'>): number[] {
  const coarsest = coarsestOf(plan);
  return plan.y.values.flatMap((_, row) => plan.x.values.map((_, column) => Math.min(stepOf(column, coarsest), stepOf(row, coarsest))));
}

/** All cells, by their place in `cellsOf`, in the order in which a map becomes finer. */
export function coarseToFine(plan: Pick<SweepPlan, 'x' | 'y'>): number[] {
  const steps = stepsOf(plan);
  return steps.map((_, cell) => cell).sort((a, b) => steps[b] - steps[a] || a - b);
}
