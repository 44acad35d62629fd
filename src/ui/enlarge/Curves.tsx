import { useId, useMemo } from 'react';
import { usePlotArea } from 'recharts';
import { scoreOf } from '../../results/stats';
import { plotWhole } from '../charts/curves/plotWhole';
import { type Geometry, type Plane, planeOf } from '../charts/geometry';
import { endSigns, endWords } from '../charts/layers/ends';
import { pageEnds, pagePen } from '../charts/pagePen';
import { box } from '../plot/primitive';
import { Shapes } from '../plot/Shapes';
import type { LargeChartProps } from './useLargeChart';

/** Of signs and lines on the edge of the plot, px. */
const EDGE = 7;

/** A margin wider than this has room for names and values, em. */
const ROOM_FOR_VALUES = 9;

function usePlane({ width, height, em, chart: { axis }, span: [first, last] }: LargeChartProps): Plane | null {
  const area = usePlotArea();
  return useMemo(() => {
    if (!area) return null;
    const { x: left, y: top } = area;
    const right = width - left - area.width;
    const geometry: Geometry = { width, height, left, right, top, bottom: height - top - area.height, values: right > ROOM_FOR_VALUES * em };
    return planeOf(geometry, axis, last, first);
  }, [area, width, height, em, axis, first, last]);
}

/** The curves of the house in the plot of a chart of recharts, with the generation that is looked at. */
export function Curves(props: LargeChartProps) {
  const {
    chart: { data, layers },
    showing: { runs },
    em,
    frame,
    metric,
  } = props;
  const clip = useId();
  const plane = usePlane(props);
  const shapes = useMemo(() => {
    if (!plane) return [];
    const pen = pagePen(em, false);
    return plotWhole(data, layers, plane, { ...pen, axes: () => [], band: runs === 'band' ? pen.band : 0 });
  }, [data, layers, plane, runs, em]);
  if (!plane) return null;
  const { geometry, floor, end, toX } = plane;
  const { left, top } = geometry;
  const ends = frame
    ? data.experiment.loop.flatMap((loop) => {
        const stats = scoreOf(frame, loop, metric);
        return stats ? [{ loop, generation: frame.generation, value: stats.median }] : [];
      })
    : [];
  return (
    <g pointerEvents="none" fontSize={em}>
      <clipPath id={clip}>
        {/* words stand above the plot, and a line on its edge has a width */}
        <rect x={left - EDGE} y={0} width={end - left + 2 * EDGE} height={floor + EDGE} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <Shapes shapes={shapes} />
        {frame && <path d={`M${toX(frame.generation)} ${top}V${floor}`} stroke="var(--ink)" data-looked-at={frame.generation} />}
        <Shapes shapes={endSigns(ends, plane, 0.8)} />
      </g>
      <Shapes shapes={endWords(ends, plane, pageEnds(1.25 * em))} />
    </g>
  );
}

/** The whole run in small, on the bar that says what is in sight. */
export function Panorama({ whole: { data, axis }, generations, width, height, bar }: LargeChartProps & { readonly bar: number }) {
  const area = usePlotArea();
  if (!area) return null;
  const { x: left } = area;
  const top = height - bar;
  const geometry: Geometry = { width, height, left, right: width - left - area.width, top: top + 3, bottom: 3, values: false };
  const pen = pagePen(10, false);
  const small = { ...pen, told: null, axes: () => [], band: 0, run: { ...pen.run, strokeWidth: 1 } };
  const plane = planeOf(geometry, axis, Math.max(2, generations), 1);
  return (
    <g pointerEvents="none">
      <Shapes
        shapes={[
          { kind: 'path', steps: box(left, top, area.width, bar), fill: 'var(--panel)' },
          ...plotWhole({ ...data, behind: [], told: [], series: { ...data.series, theory: [] } }, [], plane, small),
        ]}
      />
    </g>
  );
}
