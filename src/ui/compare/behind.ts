import type { Experiment } from '../../engine/experiment';
import type { Frame } from '../../results/frame';
import { scoreOf } from '../../results/stats';
import type { Ghost, Kept } from '../../store/state';
import { thinned } from '../charts/series';
import type { Point } from '../charts/stretches';

/** `single`: one replicate of this run. `ghost`: a future that was discarded. `kept`: the run that this one is compared with. */
export type BehindKind = 'single' | 'ghost' | 'kept';

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

/** More single runs than this are a grey wall: their band says it better. */
export const MOST_SINGLE_RUNS = 24;
const MOST_POINTS = 200;
/** all single runs of a loop together */
const MOST_POINTS_OF_SINGLE_RUNS = 1500;

const chosen = (frames: readonly Frame[], limit: number) => thinned(frames.length, limit).map((at) => frames[at]);

function medians(frames: readonly Frame[], loop: string, metric: string): Line {
  return chosen(frames, MOST_POINTS).map((frame) => ({ generation: frame.generation, value: scoreOf(frame, loop, metric)?.median ?? null }));
}

function singleRuns({ frames, experiment }: BehindSource, metric: string): Behind[] {
  const { replicates, loop: loops } = experiment;
  if (replicates < 2 || replicates > MOST_SINGLE_RUNS) return [];
  const few = chosen(frames, Math.floor(MOST_POINTS_OF_SINGLE_RUNS / replicates));
  return loops.map((loop) => {
    const lines: Point<number | null>[][] = Array.from({ length: replicates }, () => []);
    for (const { generation, lanes } of few) {
      for (const lane of lanes) {
        if (lane.loop === loop) lines[lane.replicate - 1]?.push({ generation, value: lane.scores[metric] ?? lane.truth[metric] ?? null });
      }
    }
    return { kind: 'single', loop, lines };
  });
}

/** Everything that stands behind the lines of a score, what matters least first. Beyond the last generation of the run there is no place for it. */
export function behindOf(source: BehindSource, metric: string): Behind[] {
  const { experiment, ghosts, kept } = source;
  const within = (frames: readonly Frame[]) => frames.filter(({ generation }) => generation <= experiment.generations);
  const past: Behind[] = ghosts.flatMap((ghost) =>
    ghost.experiment.loop.map((loop) => ({ kind: 'ghost' as const, loop, lines: [medians(within(ghost.frames), loop, metric)] })),
  );
  const other: Behind[] = kept
    ? kept.experiment.loop.map((loop) => ({ kind: 'kept' as const, loop, lines: [medians(within(kept.frames), loop, metric)] }))
    : [];
  return [...singleRuns(source, metric), ...past, ...other].filter(({ lines }) => lines.some((line) => line.some(({ value }) => value !== null)));
}

export const valuesOf = (behind: readonly Behind[]): number[] =>
  behind.flatMap(({ lines }) => lines.flatMap((line) => line.flatMap(({ value }) => (value === null ? [] : [value]))));
