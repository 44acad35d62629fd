import type { Frame } from '../../store/state';
import { scoreOf } from '../text/stats';

/** One generation: under each loop's id its median (null = undefined there), under `bandOf(loop)` its 10-90 % band. */
export interface Row {
  readonly generation: number;
  readonly [key: string]: number | null | readonly [number, number];
}

export interface Series {
  readonly rows: readonly Row[];
  /** extent of all values, bands included; null without any */
  readonly extent: readonly [number, number] | null;
  /** smallest value above 0, for logarithmic axes */
  readonly smallest: number | null;
}

export const MAX_POINTS = 300;

export const bandOf = (loop: string): string => `${loop} band`;

/** At most `limit` of the indices 0..count-1, evenly, the first and the last among them. */
export function thinned(count: number, limit: number): number[] {
  if (count <= limit) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: limit }, (_, i) => Math.round((i * (count - 1)) / (limit - 1)));
}

export function seriesOf(frames: readonly Frame[], loops: readonly string[], metric: string, limit = MAX_POINTS): Series {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let smallest = Number.POSITIVE_INFINITY;
  const rows = thinned(frames.length, limit).map((index): Row => {
    const row: { generation: number; [key: string]: number | null | readonly [number, number] } = { generation: frames[index].generation };
    for (const loop of loops) {
      const stats = scoreOf(frames[index], loop, metric);
      row[loop] = stats?.median ?? null;
      if (!stats) continue;
      row[bandOf(loop)] = [stats.low, stats.high];
      low = Math.min(low, stats.low);
      high = Math.max(high, stats.high);
      for (const value of [stats.low, stats.median]) if (value > 0) smallest = Math.min(smallest, value);
    }
    return row;
  });
  return { rows, extent: low <= high ? [low, high] : null, smallest: Number.isFinite(smallest) ? smallest : null };
}
