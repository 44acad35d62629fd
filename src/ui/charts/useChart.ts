import { useMemo } from 'react';
import type { MetricDescription } from '../../engine/descriptions';
import { behindOf } from '../compare/behind';
import { useTheme } from '../theme';
import { axisOf, tickText } from './axis';
import { geometryOf, planeOf } from './geometry';
import { extentOfChart, plot } from './layer';
import { layersOf } from './layers';
import { pagePen } from './pagePen';
import { type Row, seriesOf } from './series';
import type { Snapshot } from './useChartSnapshot';

const SMALL_TYPE = 12;

/** What the chart of a score is drawn from, in a box of this width; made anew only where something of it changed. */
export function useChart(metric: MetricDescription, { frames, experiment, noise: floors, ghosts, kept }: Snapshot, width: number) {
  const em = SMALL_TYPE * (useTheme() === 'projector' ? 1.25 : 1);
  const noise = frames.length > 0 ? (floors?.bands[metric.id] ?? null) : null;
  const behind = useMemo(() => behindOf({ frames, experiment, ghosts, kept }, metric.id), [frames, experiment, ghosts, kept, metric.id]);
  const series = useMemo(() => seriesOf(frames, experiment.loop, metric.id), [frames, experiment.loop, metric.id]);
  const layers = useMemo(() => layersOf({ experiment, series, noise, behind }), [experiment, series, noise, behind]);
  const axis = useMemo(() => axisOf(metric, extentOfChart(series, layers)), [metric, series, layers]);
  const plane = useMemo(() => {
    const ticks = axis.ticks.map((tick) => tickText(tick, axis));
    return planeOf(geometryOf(width, em, ticks), axis, experiment.generations);
  }, [width, em, axis, experiment.generations]);
  const below = useMemo(() => plot(layers, ['ground'], plane, pagePen(em)), [layers, plane, em]);
  const above = useMemo(() => plot(layers, ['under', 'over'], plane, pagePen(em)), [layers, plane, em]);
  // on a logarithmic axis 0 lies on its floor
  const rows = useMemo(() => (axis.log ? series.rows.map((row) => onFloor(row, axis.domain[0])) : series.rows), [series, axis]);
  return { noise, behind, theory: series.theory, rows, plane, below, above };
}

function onFloor(row: Row, floor: number): Row {
  const raised = (value: Row[string]): Row[string] => {
    if (value === null) return null;
    return typeof value === 'number' ? Math.max(value, floor) : [Math.max(value[0], floor), Math.max(value[1], floor)];
  };
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, raised(value)])) as unknown as Row;
}
