import { useMemo } from 'react';
import type { MetricDescription } from '../../engine/descriptions';
import { toldFor, toldLine } from '../../presets/told';
import type { Frame } from '../../results/frame';
import { axisOf } from '../charts/axis';
import { extentOfChart } from '../charts/layer';
import { layersOf } from '../charts/layers';
import { seriesOf } from '../charts/series';
import type { Snapshot } from '../charts/useChartSnapshot';
import { type Behind, behindOf, type Replicates } from '../compare/behind';
import type { Size } from '../useSize';

/** How a large chart shows its score. */
export interface Showing {
  readonly scale: 'linear' | 'log';
  /** the replicates: as the band that holds most of them, or each as a line */
  readonly runs: 'band' | 'all';
  readonly hasMean: boolean;
}

/** The first and the last generation in sight. */
export type Span = readonly [first: number, last: number];

/** Of all single runs of a loop together: what a page draws four times a second. */
export const MOST_POINTS = 9000;

const replicatesOf = ({ runs, hasMean }: Showing): Replicates => ({
  runs: runs === 'all' ? Number.POSITIVE_INFINITY : 0,
  points: MOST_POINTS,
  hasMean,
});

const framesIn = (frames: readonly Frame[], [first, last]: Span) => frames.filter(({ generation }) => generation >= first && generation <= last);

/** What lies in sight of the lines behind. */
function behindIn(behind: readonly Behind[], [first, last]: Span): Behind[] {
  return behind.map((entry) => ({
    ...entry,
    lines: entry.lines.map((line) => line.filter(({ generation }) => generation >= first && generation <= last)),
  }));
}

/** Why a logarithmic axis can't show these values; null where it can: some are above 0, none below. */
export function logWords(values: readonly number[]): string | null {
  if (values.some((value) => value < 0)) return 'has values below 0';
  return values.some((value) => value > 0) ? null : 'no value above 0 yet';
}

/** What the large chart of a score is drawn from; the axis of values fits what is in sight. */
export function useLargeChart(metric: MetricDescription, snapshot: Snapshot, span: Span, showing: Showing) {
  const { frames, experiment, noise: floors, ghosts, kept } = snapshot;
  const { loop: loops } = experiment;
  const [first, last] = span;
  const { scale, runs, hasMean } = showing;
  return useMemo(() => {
    const seen = framesIn(frames, [first, last]);
    const source = { frames: seen, experiment, ghosts, kept };
    const behind = behindIn(behindOf(source, metric.id, replicatesOf({ scale, runs, hasMean })), [first, last]);
    const series = seriesOf(seen, loops, metric.id);
    const noise = frames.length > 0 ? (floors?.bands[metric.id] ?? null) : null;
    const data = { experiment, series, noise, behind, told: toldFor(experiment, metric.id).map(toldLine) };
    const layers = layersOf(data);
    const extent = extentOfChart(series, layers);
    const ends = extent.extent ?? [];
    return { data, layers, axis: axisOf({ ...metric, scale }, extent), noLog: logWords(ends), hasZero: ends[0] === 0 };
  }, [metric, frames, experiment, floors, ghosts, kept, loops, first, last, scale, runs, hasMean]);
}

export type LargeChartData = ReturnType<typeof useLargeChart>;

/** A large chart, and its bar with the whole run. */
export interface LargeChartProps extends Size {
  readonly metric: string;
  readonly em: number;
  readonly chart: LargeChartData;
  readonly whole: LargeChartData;
  readonly generations: number;
  readonly span: Span;
  readonly onSpan: (span: Span) => void;
  readonly showing: Showing;
  readonly frame: Frame | null;
  /** the generation under the pointer; null: none */
  readonly onPoint: (generation: number | null) => void;
}
