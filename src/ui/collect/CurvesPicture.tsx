import { useRef } from 'react';
import { number } from '../../format';
import type { Point } from '../../lessons/collect/runsOfClass';
import type { Given } from '../../lessons/collect/tally';
import type { Prediction } from '../../lessons/lesson';
import { useWidth } from '../useSize';
import styles from './Collect.module.css';
import { roundSpan } from './roundSpan';
import { useType } from './useType';

interface CurvesPictureProps {
  readonly part: Extract<Prediction, { type: 'sketch' }>;
  readonly words: string;
  readonly curves: readonly Given<readonly number[]>[];
  /** that half of the class lies below, at each generation asked for */
  readonly median: readonly number[];
  /** curves that the run gives: one, or one of each desk; none before it is shown */
  readonly runs: readonly (readonly Point[])[];
  readonly bands: readonly { readonly at: number; readonly low: number; readonly high: number }[];
}

/** All sketches, thin, over the run. */
export function CurvesPicture({ part: { x, y }, words, curves, median, runs, bands }: CurvesPictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box) || 640;
  const em = useType();
  const height = Math.round(Math.min(Math.max(0.42 * width, 12 * em), em >= 24 ? 15 * em : 24 * em));
  const { low, high, ticks } = roundSpan(...y);
  const [left, right, top, bottom] = [2.6 * em, 1.2 * em, 0.8 * em, 2 * em];
  const [first, last] = [x[0], x[x.length - 1]];
  const xOf = (at: number) => left + ((at - first) / (last - first)) * (width - left - right);
  const yOf = (value: number) => top + ((high - Math.min(high, Math.max(low, value))) / (high - low)) * (height - top - bottom);
  const line = (points: readonly Point[]) => points.map(({ at, value }, i) => `${i === 0 ? 'M' : 'L'}${xOf(at)} ${yOf(value)}`).join('');
  const ofHeights = (heights: readonly number[]) => line(heights.map((value, i) => ({ at: x[i], value })));
  const band = [...bands.map(({ at, high: value }) => ({ at, value })), ...[...bands].reverse().map(({ at, low: value }) => ({ at, value }))];
  // generations whose words would run into one another have none
  const named = x.filter((at, i) => i === 0 || i === x.length - 1 || (xOf(at) - xOf(x[i - 1]) > 2 * em && xOf(last) - xOf(at) > 2 * em));
  return (
    <div ref={box}>
      <svg className={styles.plot} width={width} height={height} role="img" aria-label={words} style={{ fontSize: em }}>
        {band.length > 2 && <path d={`${line(band)}Z`} fill="var(--noise)" data-band />}
        {ticks.map((tick) => (
          <g key={tick}>
            <path d={`M${left} ${yOf(tick)}H${width - right}`} stroke="var(--hair)" />
            <text x={left - 0.4 * em} y={yOf(tick) + 0.35 * em} textAnchor="end" fill="var(--mute)">
              {number(tick)}
            </text>
          </g>
        ))}
        {curves.map(({ label, answer }) => (
          <path key={label} d={ofHeights(answer)} className={styles.curve}>
            <title>{label}</title>
          </path>
        ))}
        {curves.length > 1 && <path d={ofHeights(median)} className={styles.median} data-median />}
        {runs.map((points, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name here
          <path key={at} d={line(points)} className={styles.run} data-run strokeWidth={runs.length > 1 ? 1.5 : 4} />
        ))}
        {named.map((at) => (
          <text key={at} x={xOf(at)} y={height - 0.5 * em} textAnchor="middle" fill="var(--mute)">
            {at}
          </text>
        ))}
      </svg>
    </div>
  );
}
