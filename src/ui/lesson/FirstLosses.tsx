import { useRef } from 'react';
import type { RunSeen } from '../../lessons/runSeen';
import { firstLossesOf } from '../../lessons/values';
import tables from '../forms/Tables.module.css';
import { lookOf } from '../palette';
import { dotsOf } from '../seeds/dots';
import { useSmallType } from '../theme';
import { useWidth } from '../useSize';
import { firstLossWords, lossCounts, ownWords } from './firstLossWords';
import styles from './Lesson.module.css';

interface Own {
  readonly desk: number;
  /** its first loss; null: it lost nothing */
  readonly loss: number | null;
}

/** Smaller dots are not told apart. */
const LEAST_DOT = 5;

interface PictureProps {
  readonly losses: readonly (number | null)[];
  readonly loop: string;
  readonly generations: number;
  readonly own: Own | null;
}

/** A dot for each run along the generations; those that lost nothing stand behind the last one, and the desk's own is a line. */
function Picture({ losses, loop, generations, own }: PictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const em = useSmallType();
  // the last column is of those without a loss, with a gap before it
  const column = width / (generations + 4);
  const size = Math.max(LEAST_DOT, Math.min(column, 0.8 * em));
  const xOf = (loss: number | null) => (loss === null ? generations + 2.5 : loss - 0.5) * column;
  const dots = dotsOf(
    losses.map((loss, at) => ({ seed: at, x: xOf(loss) })),
    column,
  );
  const highest = Math.max(...dots.map(({ level }) => level + 1), 3);
  const top = own ? 1.5 * em : 0.3 * em;
  const floor = top + highest * size;
  const words = own ? `desk ${own.desk}` : '';
  const half = 0.3 * em * words.length;
  return (
    <div ref={box}>
      {width > 0 && (
        <svg className={styles.dots} width={width} height={floor + 1.5 * em} aria-hidden="true" fontSize={em} fill="var(--mute)">
          <path d={`M0 ${floor}H${generations * column}`} stroke="var(--field)" />
          {own && <path d={`M${xOf(own.loss)} ${top - 0.3 * em}V${floor}`} stroke="var(--ink)" data-own={own.loss ?? 'never'} />}
          {losses.map((loss, at) => (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: replicates have no other name
              key={at}
              cx={xOf(loss)}
              cy={floor - size * (dots[at].level + 0.5)}
              r={size / 2 - 0.5}
              fill={lookOf(loop).colour}
              data-loss={loss ?? 'never'}
            />
          ))}
          {own && (
            <text x={Math.min(width - half, Math.max(half, xOf(own.loss)))} y={top - 0.6 * em} textAnchor="middle" fill="var(--ink)" fontWeight="600">
              {words}
            </text>
          )}
          {[1, Math.round(generations / 2), generations].map((generation) => (
            <text key={generation} x={xOf(generation)} y={floor + 1.2 * em} textAnchor="middle">
              {generation}
            </text>
          ))}
          <text x={width} y={floor + 1.2 * em} textAnchor="end">
            none
          </text>
        </svg>
      )}
    </div>
  );
}

/** The first loss of each replicate of a run, as dots, in words, and as a table. */
export function FirstLosses({ run, own }: { run: RunSeen; own: Own | null }) {
  const [loop] = run.experiment.loop;
  const losses = firstLossesOf(loop, run);
  if (losses.value === null) return null;
  const { generations } = run.experiment;
  return (
    <figure className={styles.figure} aria-label="First kind lost in each run">
      <figcaption>
        {firstLossWords(losses.value, generations)} {own && ownWords(own.loss, own.desk, generations)}
      </figcaption>
      <Picture losses={losses.value} loop={loop} generations={generations} own={own} />
      <p className={styles.hint}>A dot is a run; its place is the generation in which the run lost its first kind for good.</p>
      <details>
        <summary>As a table</summary>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">First kind lost in generation</th>
              <th scope="col">Runs</th>
            </tr>
          </thead>
          <tbody>
            {lossCounts(losses.value).map(([loss, runs]) => (
              <tr key={loss ?? 'none'}>
                <th scope="row">{loss ?? `none by ${generations}`}</th>
                <td>{runs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
