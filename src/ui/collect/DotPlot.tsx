import { useRef } from 'react';
import { number } from '../../format';
import type { Given } from '../../lessons/collect/tally';
import { dotsOf } from '../seeds/dots';
import { useWidth } from '../useSize';
import styles from './Collect.module.css';
import { roundSpan } from './roundSpan';
import { useType } from './useType';

export interface DotRow {
  readonly name: string;
  readonly dots: readonly Given<number>[];
}

interface DotPlotProps {
  /** what it shows, for those who can't see it */
  readonly words: string;
  readonly rows: readonly DotRow[];
  /** the axis: where answers could lie */
  readonly between: readonly [number, number];
  /** what the run gives */
  readonly run: number | null;
  readonly band: readonly [number, number] | null;
}

const PLOT = { levels: 7, dot: 0.85 };

/** Numbers of desks as dots on one axis, a row for each kind of number. */
export function DotPlot({ words, rows, between, run, band }: DotPlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box) || 640;
  const em = useType();
  const size = PLOT.dot * em;
  const all = [...rows.flatMap(({ dots }) => dots.map(({ answer }) => answer)), ...(run === null ? [] : [run])];
  const { low, high, ticks } = roundSpan(Math.min(between[0], ...all), Math.max(between[1], ...all));
  const xOf = (value: number) => size + ((value - low) / (high - low)) * (width - 2 * size);
  const placed = rows.map(({ name, dots }) => ({
    name,
    dots: dotsOf(
      dots.map(({ answer }, seed) => ({ seed, x: xOf(answer) })),
      size,
    ).map((dot) => ({ ...dot, label: dots[dot.seed].label, value: dots[dot.seed].answer })),
  }));
  const head = run === null ? 0.4 * em : 1.7 * em;
  const rowHigh = 1.7 * em + PLOT.levels * size;
  const floor = head + rows.length * rowHigh;
  const half = (text: string) => 0.3 * em * text.length;
  const told = run === null ? '' : `the run: ${number(run)}`;
  const within = (x: number, text: string) => Math.min(width - half(text), Math.max(half(text), x));
  return (
    <div ref={box}>
      <svg className={styles.plot} width={width} height={floor + 2 * em} role="img" aria-label={words} style={{ fontSize: em }}>
        {band && (
          <rect x={xOf(band[0])} width={Math.max(1, xOf(band[1]) - xOf(band[0]))} y={head} height={floor - head} fill="var(--noise)" data-band />
        )}
        {run !== null && (
          <>
            <path d={`M${xOf(run)} ${head - 0.2 * em}V${floor}`} stroke="var(--ink)" strokeWidth="3" />
            <text x={within(xOf(run), told)} y={head - 0.5 * em} textAnchor="middle" fontWeight="600">
              {told}
            </text>
          </>
        )}
        {placed.map(({ name, dots }, at) => {
          const base = head + (at + 1) * rowHigh;
          const highest = Math.max(PLOT.levels, ...dots.map(({ level }) => level + 1));
          const step = ((PLOT.levels - 1) * size) / (highest - 1);
          return (
            <g key={name} data-row={name}>
              {rows.length > 1 && (
                <text x="0" y={base - rowHigh + 1.2 * em} fill="var(--mute)">
                  {name}
                </text>
              )}
              <path d={`M0 ${base}H${width}`} stroke="var(--field)" />
              {dots.map(({ label, x, level, value }) => (
                <circle
                  key={label}
                  cx={x}
                  cy={base - size / 2 - level * step}
                  r={size / 2 - 0.5}
                  className={at === 0 ? styles.dot : styles.dotMeasured}
                  data-value={value}
                >
                  <title>{`${label}: ${number(value)}`}</title>
                </circle>
              ))}
            </g>
          );
        })}
        {ticks.map((tick, at) => (
          <text
            key={tick}
            x={xOf(tick)}
            y={floor + 1.4 * em}
            textAnchor={at === 0 ? 'start' : at === ticks.length - 1 ? 'end' : 'middle'}
            fill="var(--mute)"
          >
            {number(tick)}
          </text>
        ))}
      </svg>
    </div>
  );
}
