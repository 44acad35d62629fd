import { useMemo, useRef } from 'react';
import type { MetricDescription } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import type { Frame } from '../../results/frame';
import { axisOf, tickText } from '../charts/axis';
import { plotWhole } from '../charts/curves/plotWhole';
import { geometryOf, planeOf } from '../charts/geometry';
import { extentOfChart } from '../charts/layer';
import { layersOf } from '../charts/layers';
import { pagePen } from '../charts/pagePen';
import { seriesOf } from '../charts/series';
import { Shapes } from '../plot/Shapes';
import { useSize } from '../useSize';
import styles from './Map.module.css';

interface CellCurveProps {
  readonly experiment: Experiment;
  readonly metric: MetricDescription;
  readonly frames: readonly Frame[];
  readonly em: number;
}

/** The run of a square: its score over the generations, with theory where there is some. */
export function CellCurve({ experiment, metric, frames, em }: CellCurveProps) {
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const shapes = useMemo(() => {
    if (width === 0) return [];
    const series = seriesOf(frames, experiment.loop, metric.id);
    const data = { experiment, series, noise: null, behind: [], told: [] };
    const layers = layersOf(data);
    const axis = axisOf(metric, extentOfChart(series, layers));
    const ticks = axis.ticks.map((tick) => tickText(tick, axis));
    const plane = planeOf(geometryOf({ width, height, em }, ticks, [''], true), axis, Math.max(2, experiment.generations));
    return plotWhole(data, layers, plane, pagePen(em));
  }, [experiment, metric, frames, width, height, em]);
  return (
    <div ref={box} className={styles.curve}>
      <svg width={width} height={height} aria-hidden="true" data-curve={frames.length}>
        <Shapes shapes={shapes} />
      </svg>
    </div>
  );
}
