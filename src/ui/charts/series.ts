import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { scoreOf } from '../../results/stats';
import { theoryOf } from '../../results/theory';
import { type Extent, extentOf } from './extent';
import { KINDS, linesOf, type TheoryLine, valueOn } from './theory';

/** One generation: under each loop's id its median (null = undefined there), under `bandOf(loop)` its 10-90 % band, under `theoryKey` its theory. */
export interface Row {
  readonly generation: number;
  readonly [key: string]: number | null | readonly [number, number];
}

/** Its extent is of all values, bands and theory included. */
export interface Series extends Extent {
  readonly rows: readonly Row[];
  /** lines of theory, by kind, then by loop */
  readonly theory: readonly TheoryLine[];
}

export const MAX_POINTS = 300;

/** How strong curves are, on the page and in figures: widths in px, and the opacity of the band of replicates. */
export const STRENGTH = { run: 2, theory: 1.25, band: 0.16 } as const;

export const bandOf = (loop: string): string => `${loop} band`;

export const theoryKey = ({ loop, kind }: TheoryLine): string => `${loop} ${kind}`;

/** The noise floor of one score. */
export type NoiseBand = NoiseFloor['bands'][string];

/** At most `limit` of the indices 0..count-1, evenly, the first and the last among them. */
export function thinned(count: number, limit: number): number[] {
  if (count <= limit) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: limit }, (_, i) => Math.round((i * (count - 1)) / (limit - 1)));
}

export function seriesOf(frames: readonly Frame[], loops: readonly string[], metric: string, limit = MAX_POINTS): Series {
  const kept = thinned(frames.length, limit).map((index) => frames[index]);
  const theories = loops.map((loop) => kept.map((frame) => theoryOf(frame, loop, metric)));
  const lines = loops.flatMap((loop, i) => linesOf(loop, theories[i]));
  const theory = KINDS.flatMap((kind) => lines.filter((line) => line.kind === kind));
  const rows = kept.map((frame, at): Row => {
    const row: { generation: number; [key: string]: number | null | readonly [number, number] } = { generation: frame.generation };
    for (const loop of loops) {
      const stats = scoreOf(frame, loop, metric);
      row[loop] = stats?.median ?? null;
      if (stats) row[bandOf(loop)] = [stats.low, stats.high];
    }
    for (const line of theory) row[theoryKey(line)] = valueOn(line, theories[loops.indexOf(line.loop)][at]);
    return row;
  });
  const values = rows.flatMap(({ generation, ...row }) => Object.values(row).flatMap((value) => value ?? []));
  return { rows, theory, ...extentOf(values) };
}
