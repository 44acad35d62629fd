import { useEffect, useMemo } from 'react';
import { Brush, CartesianGrid, LineChart, Tooltip, useActiveTooltipLabel, useIsTooltipActive, XAxis, YAxis } from 'recharts';
import { tickText } from '../charts/axis';
import { geometryOf } from '../charts/geometry';
import { shortName } from '../text/loopNames';
import { Curves, Panorama } from './Curves';
import { generationTicks, ticksOf } from './ticks';
import type { LargeChartProps } from './useLargeChart';

/** Tells which generation is under the pointer. */
function Cursor({ onPoint }: Pick<LargeChartProps, 'onPoint'>) {
  const label = useActiveTooltipLabel();
  const isActive = useIsTooltipActive();
  const generation = isActive && label !== undefined ? Number(label) : null;
  useEffect(() => onPoint(generation), [generation, onPoint]);
  return null;
}

const nothing = () => null;

/** A score over the generations, as large as its box: recharts' axes, cursor and brush around the curves of the house. */
export function LargeChart(props: LargeChartProps) {
  const { em, width, height, chart, generations, span, onSpan, onPoint } = props;
  const { axis, data } = chart;
  const rows = useMemo(() => Array.from({ length: Math.max(2, generations) }, (_, at) => ({ generation: at + 1 })), [generations]);
  const bar = Math.round(2.6 * em);
  const words = { fontSize: em, fill: 'var(--mute)' };
  const ticks = ticksOf(axis);
  // names and values stand beside the ends of the lines, as on the page
  const { left, right } = geometryOf(
    { width, height, em },
    ticks.map((tick) => tickText(tick, axis)),
    data.experiment.loop.map(shortName),
    false,
  );
  return (
    <LineChart width={width} height={height} data={rows} margin={{ top: 2 * em, right, bottom: 0, left: 0 }} accessibilityLayer={false}>
      <CartesianGrid vertical={false} stroke="var(--hair)" />
      <XAxis
        dataKey="generation"
        type="number"
        domain={[span[0], span[1]]}
        allowDataOverflow
        ticks={generationTicks(span, width - left - right, em)}
        interval={0}
        tick={words}
        stroke="var(--field)"
        height={1.8 * em}
      />
      <YAxis
        type="number"
        scale={axis.log ? 'log' : 'linear'}
        domain={[axis.domain[0], axis.domain[1]]}
        ticks={ticks}
        tickFormatter={(tick: number) => tickText(tick, axis)}
        interval={0}
        allowDataOverflow
        tick={words}
        axisLine={false}
        tickLine={false}
        width={left}
      />
      <Tooltip content={nothing} cursor={false} isAnimationActive={false} />
      <Curves {...props} />
      <Panorama {...props} bar={bar} />
      <Brush
        dataKey="generation"
        ariaLabel={`End of what is in sight, generations ${span[0]} to ${span[1]}`}
        height={bar}
        travellerWidth={Math.round(0.8 * em)}
        fill="transparent"
        stroke="var(--ink)"
        startIndex={span[0] - 1}
        endIndex={span[1] - 1}
        onChange={({ startIndex = 0, endIndex = rows.length - 1 }) => onSpan([startIndex + 1, endIndex + 1])}
      />
      <Cursor onPoint={onPoint} />
    </LineChart>
  );
}
