import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { MetricDescription } from '../../engine/descriptions';
import { toldFor, toldLine } from '../../presets/told';
import { behindOf } from '../compare/behind';
import { shortName } from '../text/loopNames';
import { axisOf, tickText } from './axis';
import { plotWhole } from './curves/plotWhole';
import { type ChartBox, geometryOf, planeOf } from './geometry';
import { guessStore } from './guessStore';
import { extentOfChart } from './layer';
import { layersOf } from './layers';
import { pagePen } from './pagePen';
import { seriesOf } from './series';
import type { Snapshot } from './useChartSnapshot';

/**
 * What the chart of a score is drawn from, in a box of this size; made anew only where something of it changed.
 * @param onTimeline the timeline is its axis of time: it begins with the real data, and names its generations itself
 */
export function useChart(
  metric: MetricDescription,
  { frames, experiment, noise: floors, ghosts, kept }: Snapshot,
  box: ChartBox,
  onTimeline: boolean,
) {
  const { width, height, em } = box;
  const { loop: loops, generations } = experiment;
  const noise = frames.length > 0 ? (floors?.bands[metric.id] ?? null) : null;
  const behind = useMemo(() => behindOf({ frames, experiment, ghosts, kept }, metric.id), [frames, experiment, ghosts, kept, metric.id]);
  const series = useMemo(() => seriesOf(frames, loops, metric.id), [frames, loops, metric.id]);
  const told = useMemo(() => toldFor(experiment, metric.id).map(toldLine), [experiment, metric.id]);
  const guess = useStore(guessStore, (state) => (state.guess?.metric === metric.id ? state.guess : null));
  const data = useMemo(() => ({ experiment, series, noise, behind, told, guess }), [experiment, series, noise, behind, told, guess]);
  const layers = useMemo(() => layersOf(data), [data]);
  const scale = guess?.scale ?? metric.scale;
  const axis = useMemo(() => axisOf({ ...metric, scale }, extentOfChart(series, layers)), [metric, scale, series, layers]);
  const plane = useMemo(() => {
    const ticks = axis.ticks.map((tick) => tickText(tick, axis));
    const geometry = geometryOf({ width, height, em }, ticks, loops.map(shortName), !onTimeline);
    const first = onTimeline ? 0 : 1;
    return planeOf(geometry, axis, Math.max(first + 1, generations), first);
  }, [width, height, em, axis, loops, generations, onTimeline]);
  const still = useMemo(() => plotWhole(data, layers, plane, pagePen(em, !onTimeline)), [data, layers, plane, em, onTimeline]);
  return { noise, behind, told, theory: series.theory, points: series.rows.length, plane, still };
}
