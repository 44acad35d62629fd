import type { MetricDescription } from '../../engine/descriptions';
import { quantile } from '../../engine/math/quantile';
import { type CellValue, type SweepPlan, stepsOf } from '../../engine/sweepPlan';
import type { MapRuns } from '../../store/maps';
import { type Axis, axisOf, heightOn } from '../charts/axis';
import { extentOf } from '../charts/extent';

/** From low to high: viridis, which rises in lightness, so that it is read without colours, too. */
export const COLOURS = [
  '#440154',
  '#482173',
  '#433e85',
  '#38588c',
  '#2d708e',
  '#25858e',
  '#1e9b8a',
  '#2ab07f',
  '#52c569',
  '#86d549',
  '#c2df23',
  '#fde725',
] as const;

/** The replicates of a cell in one number. */
export interface CellStats {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** how many have a value */
  readonly count: number;
}

/** Null where none has a value. */
export function statsOf(values: readonly CellValue[]): CellStats | null {
  const known = values.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
  if (known.length === 0) return null;
  return { median: quantile(known, 0.5), low: known[0], high: known[known.length - 1], count: known.length };
}

/** Why a cell has no value. */
export const reasonOf = (values: readonly CellValue[]): string => values.find(({ value }) => value === null)?.undefined ?? 'not computed';

type Medians = ReadonlyMap<number, number | null>;

const known = new WeakMap<MapRuns['cells'], Medians>();

/** Median by the place of the cell; null where it is computed and there is none. Once for the same cells. */
export function mediansOf({ cells }: Pick<MapRuns, 'cells'>): Medians {
  const medians = known.get(cells) ?? new Map([...cells].map(([at, values]) => [at, statsOf(values)?.median ?? null]));
  known.set(cells, medians);
  return medians;
}

/** Ratio of the ends from which on colours in equal steps would show the largest values alone. */
const WIDE = 30;

/** The scale of the colours: that of the score's charts, but logarithmic where an open one has values above 0 that lie far apart. */
export function scaleOf(metric: MetricDescription, medians: Medians): Axis {
  const extent = extentOf([...medians.values()].filter((value) => value !== null));
  const [low, high] = extent.extent ?? [0, 0];
  const isWide = metric.range[1] === null && low > 0 && high / low > WIDE;
  return axisOf(isWide ? { ...metric, scale: 'log' } : metric, extent);
}

/** The step of a value on the scale, 0 to the last colour. */
export const colourOf = (scale: Axis, value: number): number => Math.min(COLOURS.length - 1, Math.floor(heightOn(scale, value) * COLOURS.length));

/** What a square of the map shows. */
export interface Square {
  readonly column: number;
  readonly row: number;
  /** a colour; null: computed, without a value */
  readonly colour: number | null;
  /** of a coarser cell, as long as its own value is not there */
  readonly isGuess: boolean;
}

/** All squares of which something is known; those that are not computed yet show the finest coarser cell that is. */
export function squaresOf(plan: Pick<SweepPlan, 'x' | 'y'>, medians: Medians, scale: Axis): Square[] {
  const columns = plan.x.values.length;
  const coarsest = Math.max(...stepsOf(plan));
  return Array.from({ length: columns * plan.y.values.length }, (_, at) => at).flatMap((at): Square[] => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    for (let step = 1; step <= coarsest; step *= 2) {
      const median = medians.get((row - (row % step)) * columns + column - (column % step));
      if (median === undefined) continue;
      return [{ column, row, colour: median === null ? null : colourOf(scale, median), isGuess: step > 1 }];
    }
    return [];
  });
}
