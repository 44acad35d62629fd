import type { MetricDescription } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import { LONGEST_POSTER, type PosterChart, printPoster } from '../../frame/posterText';
import type { Frame } from '../../results/frame';
import { axisOf, heightOn } from './axis';
import { extentOf } from './extent';
import { seriesOf } from './series';

/** Values of a curve that a poster shows large, and of one that it shows small. */
const LARGE = 60;
const SMALL = 26;

function chartOf(metric: MetricDescription, frames: readonly Frame[], { loop }: Experiment, values: number): PosterChart | null {
  const { rows } = seriesOf(frames, loop, metric.id, values);
  const medians = loop.map((id) => rows.map((row) => row[id] as number | null));
  const extent = extentOf(medians.flat().filter((value) => value !== null));
  if (!extent.extent) return null;
  const axis = axisOf(metric, extent);
  const curves = medians.map((curve) => curve.map((value) => (value === null ? null : heightOn(axis, value))));
  return { score: metric.id, axis: { domain: axis.domain, log: axis.log }, curves };
}

/**
 * Curves of these scores, the first one finely, as an embed's poster draws them; '' where nothing was computed.
 * @param run what `runKeyOf` makes of the link
 */
export function posterOf(metrics: readonly MetricDescription[], frames: readonly Frame[], experiment: Experiment, run: string): string {
  const charts = metrics.map((metric, i) => chartOf(metric, frames, experiment, i === 0 ? LARGE : SMALL)).filter((chart) => chart !== null);
  return charts.length > 0 ? printPoster({ last: frames.length, generations: experiment.generations, charts }, run) : '';
}

/** The same of one score, as a link can hold it. */
export function posterForLink(metric: MetricDescription, frames: readonly Frame[], experiment: Experiment, run: string): string {
  const text = posterOf([metric], frames, experiment, run);
  return text.length <= LONGEST_POSTER ? text : '';
}
