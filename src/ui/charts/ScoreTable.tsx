import { memo } from 'react';
import type { MetricDescription } from '../../engine/descriptions';
import { number, span } from '../../format';
import type { Frame } from '../../results/frame';
import { reasonOf, scoreOf } from '../../results/stats';
import { theoryOf } from '../../results/theory';
import type { Kept } from '../../store/state';
import tables from '../forms/Tables.module.css';
import { usePages } from '../Pager';
import { loopName } from '../text/loopNames';
import styles from './Charts.module.css';
import { theoryNotes } from './notes';
import { type NoiseBand, theoryKey } from './series';
import { KIND_WORDS, type TheoryLine, valueOn, whyNoTheory } from './theory';

const PAGE = 200;
const NO_LOOPS: readonly string[] = [];

interface RowProps {
  readonly frame: Frame;
  readonly loops: readonly string[];
  readonly metric: string;
  readonly theory: readonly TheoryLine[];
  readonly keptFrame: Frame | undefined;
  readonly keptLoops: readonly string[];
}

const TableRow = memo(function TableRow({ frame, loops, metric, theory, keptFrame, keptLoops }: RowProps) {
  return (
    <tr>
      <th scope="row">{frame.generation}</th>
      {loops.map((loop) => {
        const stats = scoreOf(frame, loop, metric);
        if (!stats) {
          return (
            <td key={loop}>
              – <span className={styles.reason}>{reasonOf(frame, loop, metric)}</span>
            </td>
          );
        }
        return (
          <td key={loop}>
            {number(stats.median)}
            {stats.low !== stats.high && <span className={styles.range}> {`${number(stats.low)} to ${number(stats.high)}`}</span>}
          </td>
        );
      })}
      {theory.map((line) => {
        const value = valueOn(line, theoryOf(frame, line.loop, metric));
        return (
          <td key={theoryKey(line)}>
            {value === null ? '– ' : number(value)}
            {value === null && <span className={styles.reason}>{whyNoTheory(frame, line.loop, metric)}</span>}
          </td>
        );
      })}
      {keptLoops.map((loop) => {
        const stats = keptFrame && scoreOf(keptFrame, loop, metric);
        return <td key={loop}>{stats ? number(stats.median) : '–'}</td>;
      })}
    </tr>
  );
});

/** The chart as a table: one row for each generation, one column for each loop; long runs in pages. */
export function ScoreTable({
  metric,
  frames,
  loops,
  replicates,
  theory,
  noise,
  kept,
}: {
  metric: MetricDescription;
  frames: readonly Frame[];
  loops: readonly string[];
  replicates: number;
  theory: readonly TheoryLine[];
  noise: NoiseBand | null;
  kept: Kept | null;
}) {
  const { from, to, pager } = usePages(frames.length, PAGE);
  const keptLoops = kept?.experiment.loop ?? NO_LOOPS;
  const about = [
    ...(replicates > 1 ? [`Median of ${replicates} replicates, with their 10–90 % band.`] : []),
    ...(noise ? [`Noise floor: ${span(noise.low, noise.high)}.`] : []),
    ...theoryNotes(frames.at(-1), loops, metric.id),
  ];
  return (
    <>
      {pager}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className={styles.tableBox} tabIndex={0} aria-label={`Table of ${metric.name}`}>
        <table className={tables.table}>
          <caption>
            {metric.name}
            {about.map((sentence) => (
              <span key={sentence} className={styles.about}>
                {sentence}
              </span>
            ))}
          </caption>
          <thead>
            <tr>
              <th scope="col">Generation</th>
              {loops.map((loop) => (
                <th key={loop} scope="col">
                  {loopName(loop)}
                </th>
              ))}
              {theory.map((line) => (
                <th key={theoryKey(line)} scope="col">
                  {loopName(line.loop)}, {KIND_WORDS[line.kind]}
                </th>
              ))}
              {keptLoops.map((loop) => (
                <th key={loop} scope="col">
                  {loopName(loop)}, kept run
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {frames.slice(from, to).map((frame) => (
              <TableRow
                key={frame.generation}
                frame={frame}
                loops={loops}
                metric={metric.id}
                theory={theory}
                keptFrame={kept?.frames[frame.generation - 1]}
                keptLoops={keptLoops}
              />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
