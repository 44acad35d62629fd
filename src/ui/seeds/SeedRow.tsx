import { type Axis, heightOn, tickText } from '../charts/axis';
import { Mark } from '../Mark';
import { lookOf } from '../palette';
import { loopName } from '../text/loopNames';
import { dotsOf } from './dots';
import styles from './Seeds.module.css';
import { type LoopSeeds, loopWords } from './seedWords';

/** Dots on one another that have their whole size; more of them move together. In large type there is room for fewer, and smaller ones. */
const PAGE = { levels: 9, dot: 0.8, label: 1.6 };
const PROJECTOR = { levels: 4, dot: 0.6, label: 1.25 };
const LARGE = 20;

interface SeedRowProps {
  readonly loop: string;
  readonly seeds: LoopSeeds;
  readonly yours: number;
  readonly axis: Axis;
  readonly width: number;
  /** of small type, px */
  readonly em: number;
  /** in large type the loops share the axis under the last */
  readonly isLast: boolean;
}

/** A loop: its seeds along the score's axis, yours ringed and named. */
export function SeedRow({ loop, seeds, yours, axis, width, em, isLast }: SeedRowProps) {
  const isLarge = em >= LARGE;
  const { levels, dot, label } = isLarge ? PROJECTOR : PAGE;
  const ticks = isLarge && !isLast ? [] : axis.ticks;
  const size = dot * em;
  const [top, floor] = [label * em, label * em + levels * size];
  const xOf = (value: number) => size + heightOn(axis, value) * (width - 2 * size);
  const own = seeds.yours === null ? [] : [[yours, seeds.yours] as const];
  // yours is seen, whatever lies below it
  const dots = dotsOf(
    [...seeds.values.filter(([seed]) => seed !== yours), ...own].map(([seed, value]) => ({ seed, x: xOf(value) })),
    size,
  );
  const highest = Math.max(levels, ...dots.map(({ level }) => level + 1));
  const yOf = (level: number) => floor - size / 2 - (level * (levels - 1) * size) / (highest - 1);
  const mine = dots.find(({ seed }) => seed === yours);
  const half = 0.3 * em * `seed ${yours}`.length;
  const { colour } = lookOf(loop);
  return (
    <div>
      <h3 className={styles.loop}>
        <Mark loop={loop} /> {loopName(loop)}
        <span className="mute">{loopWords(seeds, isLarge)}</span>
      </h3>
      <svg className={styles.dots} width={width} height={floor + (ticks.length > 0 ? 1.5 : 0.2) * em} aria-hidden="true">
        <path d={`M0 ${floor}H${width}`} stroke="var(--field)" />
        {seeds.median !== null && <path d={`M${xOf(seeds.median)} ${top}V${floor}`} stroke="var(--mute)" strokeDasharray="3 3" />}
        {dots.map(({ seed, x, level }) => (
          <circle key={seed} cx={x} cy={yOf(level)} r={size / 2 - 0.5} fill={colour} data-seed={seed} fillOpacity={seed === yours ? 1 : 0.55} />
        ))}
        {mine && (
          <>
            <path d={`M${mine.x} ${top}V${yOf(mine.level) - size / 2}`} stroke="var(--ink)" />
            <circle cx={mine.x} cy={yOf(mine.level)} r={size / 2 + 1} fill="none" stroke="var(--ink)" strokeWidth="2" />
            <text
              x={Math.min(width - half, Math.max(half, mine.x))}
              y={top - 0.25 * label * em}
              textAnchor="middle"
              fill="var(--ink)"
              fontWeight="600"
            >
              seed {yours}
            </text>
          </>
        )}
        {ticks.map((tick, at) => (
          <text
            key={tick}
            x={xOf(tick)}
            y={floor + 1.2 * em}
            textAnchor={at === 0 ? 'start' : at === ticks.length - 1 ? 'end' : 'middle'}
            fill="var(--mute)"
          >
            {tickText(tick, axis)}
          </text>
        ))}
      </svg>
    </div>
  );
}
