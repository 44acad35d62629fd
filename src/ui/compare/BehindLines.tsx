import { memo } from 'react';
import { type Axis, heightOn } from '../charts/axis';
import { type Geometry, placeOf } from '../charts/geometry';
import { inkVariable, lookOf } from '../palette';
import type { Behind, Point } from './behind';
import styles from './Compare.module.css';

interface BehindLinesProps {
  readonly behind: readonly Behind[];
  readonly axis: Axis;
  readonly geometry: Geometry;
  /** the last one on the time axis */
  readonly generations: number;
}

/** One SVG path of a line, in pieces where a score is undefined; a point alone is a short dash. */
function pathOf(line: readonly Point[], toX: (generation: number) => number, toY: (value: number) => number): string {
  let isDown = false;
  let path = '';
  line.forEach(({ generation, value }, at) => {
    if (value !== null) {
      path += `${isDown ? 'L' : 'M'}${toX(generation).toFixed(1)} ${toY(value).toFixed(1)}`;
      if (!isDown && (line[at + 1]?.value ?? null) === null) path += 'h2';
    }
    isDown = value !== null;
  });
  return path;
}

/** Single runs, discarded futures and the kept run: plain SVG, for recharts takes its time for each line. */
export const BehindLines = memo(function BehindLines({ behind, axis, geometry, generations }: BehindLinesProps) {
  const { width, height, top, bottom } = geometry;
  const floor = height - bottom;
  const toX = (generation: number) => placeOf(geometry, generation, generations);
  const toY = (value: number) => floor - heightOn(axis, value) * (floor - top);
  return (
    <svg className={styles.behind} width={width} height={height} aria-hidden="true">
      {behind.map(({ kind, loop, lines }, at) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: several discarded futures of a loop are told apart by their order alone
          key={`${kind} ${loop} ${at}`}
          className={styles[kind]}
          data-behind={`${kind} ${loop}`}
          d={lines.map((line) => pathOf(line, toX, toY)).join('')}
          stroke={inkVariable(loop)}
          strokeDasharray={kind === 'single' ? undefined : lookOf(loop).dash}
        />
      ))}
    </svg>
  );
});
