import type { ReactNode } from 'react';
import { number, span } from '../../format';
import type { Frame } from '../../results/frame';
import { reasonOf, scoreOf, valuesOf } from '../../results/stats';
import { type TheoryKind, theoryOf } from '../../results/theory';
import type { ChartData } from '../charts/layer';
import { valueOn } from '../charts/theory';
import tables from '../forms/Tables.module.css';
import { Mark } from '../Mark';
import { loopName } from '../text/loopNames';
import styles from './Enlarge.module.css';

interface ReadoutProps {
  readonly data: ChartData;
  readonly metric: string;
  readonly frame: Frame | null;
  readonly keptFrame: Frame | null;
  /** beside the generation */
  readonly children?: ReactNode;
}

const HEADS: Record<TheoryKind, string> = {
  exact: 'theory, mean',
  approximate: 'theory, mean (about)',
  limit: 'theory, mean (very many samples)',
  guide: 'theory, mean (a guide)',
  typical: 'theory, typical run',
};

/** The values of the generation that is looked at, which name the lines as well. */
export function Readout({ data: { experiment, series, behind }, metric, frame, keptFrame, children }: ReadoutProps) {
  const { loop: loops, replicates, generations } = experiment;
  const kinds = [...new Set(series.theory.map(({ kind }) => kind))];
  const hasKept = behind.some(({ kind }) => kind === 'kept');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label="Values of the generation shown">
      <table className={`${tables.table} ${styles.readout}`}>
        <caption>
          <span className={styles.now}>{frame ? `Generation ${frame.generation} of ${generations}` : 'Nothing computed yet'}</span> {children}
        </caption>
        <thead>
          <tr>
            <th scope="col">Loop</th>
            <th scope="col">{replicates > 1 ? 'median' : 'value'}</th>
            {replicates > 1 && <th scope="col">mean</th>}
            {replicates > 1 && <th scope="col">10–90 %</th>}
            {replicates > 1 && <th scope="col">runs</th>}
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {HEADS[kind]}
              </th>
            ))}
            {hasKept && <th scope="col">kept run</th>}
          </tr>
        </thead>
        <tbody>
          {loops.map((loop) => {
            const stats = frame && scoreOf(frame, loop, metric);
            const kept = keptFrame && scoreOf(keptFrame, loop, metric);
            return (
              <tr key={loop}>
                <th scope="row">
                  <Mark loop={loop} /> {loopName(loop)}
                </th>
                <td title={frame && !stats ? reasonOf(frame, loop, metric) : undefined}>{stats ? number(stats.median) : '–'}</td>
                {replicates > 1 && <td>{stats ? number(stats.mean) : '–'}</td>}
                {replicates > 1 && <td>{stats ? span(stats.low, stats.high) : '–'}</td>}
                {replicates > 1 && <td>{frame ? `${valuesOf(frame, loop, metric).size} of ${replicates}` : '–'}</td>}
                {kinds.map((kind) => {
                  const line = series.theory.find((candidate) => candidate.loop === loop && candidate.kind === kind);
                  const value = frame && line ? valueOn(line, theoryOf(frame, loop, metric)) : null;
                  return <td key={kind}>{value === null ? '–' : number(value)}</td>;
                })}
                {hasKept && <td>{kept ? number(kept.median) : '–'}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
