import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { scoreOf } from '../../results/stats';
import { KINDS, linesOf, type TheoryLine, theoryOf, valueOn } from './theory';

/** One generation: under each loop's id its median (null = undefined there), under `bandOf(loop)` its 10-90 % band, under `theoryKey` its theory. */
export interface Row {
  readonly generation: number;
  readonly [key: string]: number | null | readonly [number, number];
}

export interface Series {
  readonly rows: readonly Row[];
  /** lines of theory, by kind, then by loop */
  readonly theory: readonly TheoryLine[];
  /** extent of all values, bands, theory and noise floor included; null without any */
  readonly extent: readonly [number, number] | null;
  /** smallest value above 0, for logarithmic axes */
  readonly smallest: number | null;
}

export const MAX_POINTS = 300;

export const bandOf = (loop: string): string => `${loop} band`;

export const theoryKey = ({ loop, kind }: TheoryLine): string => `${loop} ${kind}`;

/** The noise floor of one score. */
export type NoiseBand = NoiseFloor['bands'][string];

/** At most `limit` of the indices 0..count-1, evenly, the first and the last among them. */
export function thinned(count: number, limit: number): number[] {
  if (count <= limit) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: limit }, (_, i) => Math.round((i * (count - 1)) / (limit - 1)));
}

export function seriesOf(
  frames: readonly Frame[],
  loops: readonly string[],
  metric: string,
  noise: NoiseBand | null = null,
  /** what stands behind the lines */
  others: readonly number[] = [],
  limit = MAX_POINTS,
): Series {
  const kept = thinned(frames.length, limit).map((index) => frames[index]);
  const theories = loops.map((loop) => kept.map((frame) => theoryOf(frame, loop, metric)));
  const lines = loops.flatMap((loop, i) => linesOf(loop, theories[i]));
  const theory = KINDS.flatMap((kind) => lines.filter((line) => line.kind === kind));
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let smallest = Number.POSITIVE_INFINITY;
  const cover = (value: number) => {
    low = Math.min(low, value);
    high = Math.max(high, value);
    if (value > 0) smallest = Math.min(smallest, value);
  };
  const rows = kept.map((frame, at): Row => {
    const row: { generation: number; [key: string]: number | null | readonly [number, number] } = { generation: frame.generation };
    for (const loop of loops) {
      const stats = scoreOf(frame, loop, metric);
      row[loop] = stats?.median ?? null;
      if (!stats) continue;
      row[bandOf(loop)] = [stats.low, stats.high];
      for (const value of [stats.low, stats.median, stats.high]) cover(value);
    }
    for (const line of theory) {
      const value = valueOn(line, theories[loops.indexOf(line.loop)][at]);
      row[theoryKey(line)] = value;
      if (value !== null) cover(value);
    }
    return row;
  });
  for (const value of others) cover(value);
  // a floor alone draws no axis
  if (noise && low <= high) for (const value of [noise.low, noise.high]) cover(value);
  return { rows, theory, extent: low <= high ? [low, high] : null, smallest: Number.isFinite(smallest) ? smallest : null };
}
