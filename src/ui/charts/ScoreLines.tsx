import { memo } from 'react';
import { Area, ComposedChart, Line, XAxis, YAxis } from 'recharts';
import { inkVariable, lookOf } from '../palette';
import { tickText } from './axis';
import type { Plane } from './geometry';
import { bandOf, type Row, STRENGTH, theoryKey } from './series';
import { THEORY_DASH, type TheoryLine } from './theory';

interface ScoreLinesProps {
  readonly rows: readonly Row[];
  readonly loops: readonly string[];
  readonly plane: Plane;
  readonly bands: boolean;
  readonly theory: readonly TheoryLine[];
}

interface TickProps {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly payload?: { readonly value: number };
}

/** Axes and lines of one score, in recharts: the part of a chart that costs, so it is drawn seldom. */
function ScoreLines({ rows, loops, plane: { axis, geometry, generations }, bands, theory }: ScoreLinesProps) {
  const { width, height, left, right, top, bottom } = geometry;
  const last = Math.max(2, generations);
  const generationTick = ({ x, y, payload }: TickProps) => (
    <text x={x} y={Number(y) + 8} textAnchor={payload?.value === 1 ? 'start' : 'end'} className="chartTick">
      {payload?.value === 1 ? '1' : `generation ${payload?.value}`}
    </text>
  );
  const valueTick = ({ x, y, payload }: TickProps) => (
    <text x={x} y={Number(y) + 4} textAnchor="end" className="chartTick">
      {tickText(payload?.value ?? 0, axis)}
    </text>
  );
  return (
    <ComposedChart
      width={width}
      height={height}
      data={rows as Row[]}
      margin={{ top, right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      style={{ pointerEvents: 'none' }}
    >
      <XAxis
        dataKey="generation"
        type="number"
        domain={[1, last]}
        ticks={[1, last]}
        interval={0}
        height={bottom}
        tick={generationTick}
        tickLine={false}
        axisLine={{ stroke: 'var(--hair)' }}
        allowDataOverflow
      />
      <YAxis
        type="number"
        scale={axis.log ? 'log' : 'linear'}
        domain={[...axis.domain]}
        ticks={[...axis.ticks]}
        interval={0}
        width={left}
        tick={valueTick}
        tickSize={0}
        tickMargin={4}
        tickLine={false}
        axisLine={false}
        allowDataOverflow
      />
      {bands &&
        loops.map((loop) => (
          <Area
            key={loop}
            dataKey={bandOf(loop)}
            stroke="none"
            fill={lookOf(loop).colour}
            fillOpacity={STRENGTH.band}
            isAnimationActive={false}
            activeDot={false}
          />
        ))}
      {loops.map((loop) => (
        <Line
          key={loop}
          dataKey={loop}
          stroke={lookOf(loop).colour}
          strokeWidth={STRENGTH.run}
          strokeDasharray={lookOf(loop).dash}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          connectNulls={false}
        />
      ))}
      {theory.map((line) => (
        <Line
          key={theoryKey(line)}
          dataKey={theoryKey(line)}
          stroke={inkVariable(line.loop)}
          strokeWidth={STRENGTH.theory}
          strokeDasharray={THEORY_DASH[line.kind]}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          connectNulls={false}
        />
      ))}
    </ComposedChart>
  );
}

export default memo(ScoreLines);
