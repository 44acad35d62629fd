import type { Experiment } from '../../engine/experiment';
import { laneValue } from '../../engine/laneValue';
import type { Frame } from '../../results/frame';
import { scoreOf } from '../../results/stats';
import type { Ghost, Kept } from '../../store/state';
import { thinned } from '../charts/series';
import type { Point } from '../charts/stretches';

/** `single`: one replicate of this run. `mean`: that of its replicates. `ghost`: a future that was discarded. `kept`: the run that this one is compared with. */
export type BehindKind = 'single' | 'mean' | 'ghost' | 'kept';

/** null = undefined there: the line breaks */
type Line = readonly Point<number | null>[];

/** Lines of one loop that stand behind those of the run. */
export interface Behind {
  readonly kind: BehindKind;
  readonly loop: string;
  readonly lines: readonly Line[];
}

export interface BehindSource {
  readonly frames: readonly Frame[];
  readonly experiment: Experiment;
  readonly ghosts: readonly Ghost[];
  readonly kept: Kept | null;
}

/** What of the replicates is drawn behind their median. */
export interface Replicates {
  /** with more runs than this there are no single ones */
  readonly runs: number;
  /** of all single runs of a loop together */
  readonly points: number;
  readonly hasMean: boolean;
}

/** More single runs than this are a grey wall in a small chart: their band says it better. */
export const MOST_SINGLE_RUNS = 24;
const SMALL: Replicates = { runs: MOST_SINGLE_RUNS, points: 1500, hasMean: false };
const MOST_POINTS = 200;

const chosen = (frames: readonly Frame[], limit: number) => thinned(frames.length, limit).map((at) => frames[at]);

function lineOf(frames: readonly Frame[], loop: string, metric: string, of: 'median' | 'mean'): Line {
  return chosen(frames, MOST_POINTS).map((frame) => ({ generation: frame.generation, value: scoreOf(frame, loop, metric)?.[of] ?? null }));
}

/** The generations at which single runs are drawn. */
export const framesOfRuns = (frames: readonly Frame[], replicates: number, points: number): readonly Frame[] =>
  chosen(frames, Math.max(2, Math.floor(points / replicates)));

function singleRuns({ frames, experiment }: BehindSource, metric: string, { runs, points }: Replicates): Behind[] {
  const { replicates, loop: loops } = experiment;
  if (replicates < 2 || replicates > runs) return [];
  const few = framesOfRuns(frames, replicates, points);
  return loops.map((loop) => {
    const lines: Point<number | null>[][] = Array.from({ length: replicates }, () => []);
    for (const { generation, lanes } of few) {
      for (const lane of lanes) {
        if (lane.loop === loop) lines[lane.replicate - 1]?.push({ generation, value: laneValue(lane, metric) ?? null });
      }
    }
    return { kind: 'single', loop, lines };
  });
}

/** Everything that stands behind the lines of a score, what matters least first. Beyond the last generation of the run there is no place for it. */
export function behindOf(source: BehindSource, metric: string, shown = SMALL): Behind[] {
  const { frames, experiment, ghosts, kept } = source;
  const within = (frames: readonly Frame[]) => frames.filter(({ generation }) => generation <= experiment.generations);
  const past: Behind[] = ghosts.flatMap((ghost) =>
    ghost.experiment.loop.map((loop) => ({ kind: 'ghost' as const, loop, lines: [lineOf(within(ghost.frames), loop, metric, 'median')] })),
  );
  const other: Behind[] = kept
    ? kept.experiment.loop.map((loop) => ({ kind: 'kept' as const, loop, lines: [lineOf(within(kept.frames), loop, metric, 'median')] }))
    : [];
  const means: Behind[] =
    shown.hasMean && experiment.replicates > 1
      ? experiment.loop.map((loop) => ({ kind: 'mean' as const, loop, lines: [lineOf(frames, loop, metric, 'mean')] }))
      : [];
  return [...singleRuns(source, metric, shown), ...past, ...other, ...means].filter(({ lines }) =>
    lines.some((line) => line.some(({ value }) => value !== null)),
  );
}

export const valuesOf = (behind: readonly Behind[]): number[] =>
  behind.flatMap(({ lines }) => lines.flatMap((line) => line.flatMap(({ value }) => (value === null ? [] : [value]))));
