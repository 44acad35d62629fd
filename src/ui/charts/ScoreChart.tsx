import { lazy, useId, useMemo, useRef, useState } from 'react';
import type { MetricDescription } from '../../engine/descriptions';
import { useLab } from '../../store/useLab';
import { Late } from '../Late';
import { Shapes } from '../plot/Shapes';
import { shownOf } from '../runs';
import { useWidth } from '../useWidth';
import styles from './Charts.module.css';
import { Legend } from './Legend';
import { floorRemark, missingRemark, noiseNote, theoryNotes, varianceRemark } from './notes';
import { Overlay } from './Overlay';
import { ScoreTable } from './ScoreTable';
import { ScoreWords } from './ScoreWords';
import { betterWords, keptSummary, summaryOf } from './summary';
import { useChart } from './useChart';
import { useChartSnapshot } from './useChartSnapshot';

const ScoreLines = lazy(() => import('./ScoreLines'));

export function ScoreChart({ metric }: { metric: MetricDescription }) {
  const figure = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [table, setTable] = useState(false);
  const { snapshot, redraws, inSight, renew } = useChartSnapshot(figure);
  const toggleTable = () => {
    renew();
    setTable(!table);
  };
  const nameId = useId();
  const { frames, experiment, running, noise: floors, kept } = snapshot;
  const { loop: loops, replicates } = experiment;
  const width = useWidth(box);
  const { noise, behind, theory, rows, plane, below, above } = useChart(metric, snapshot, width);
  const remarks = useMemo(
    () => [noiseNote(floors, metric.id, frames.length > 0), ...theoryNotes(frames.at(-1), loops, metric.id)].filter((words) => words !== null),
    [floors, frames, loops, metric.id],
  );
  const shown = useLab((state) => (inSight && !running ? shownOf(state) : frames.length));
  const said = metric.id === 'traceOverDim' && frames.length > 0;
  const hasExact = theory.some(({ kind }) => kind === 'exact');
  const frame = frames[shown - 1];
  const spoken = [
    ...(said ? [varianceRemark(experiment, hasExact), floorRemark(frame, loops, replicates)] : []),
    missingRemark(frame, loops, metric.id),
  ];

  return (
    <figure
      ref={figure}
      className={styles.figure}
      aria-labelledby={nameId}
      data-table={table}
      data-metric={metric.id}
      data-redraws={redraws}
      data-points={rows.length}
    >
      <figcaption className={styles.caption}>
        <span className={styles.name}>
          <ScoreWords metric={metric} remarks={remarks}>
            <span id={nameId}>{metric.name}</span>
          </ScoreWords>
        </span>
        <span className={styles.aspect}>{[metric.aspect, betterWords(metric)].filter((words) => words !== '').join(' · ')}</span>
      </figcaption>
      <div ref={box} className={styles.plot} style={{ height: plane.geometry.height }} aria-hidden="true">
        {width > 0 && (
          <Late failed={<p>The lines could not be loaded; “View as table” has their numbers. Reload to try again.</p>}>
            {below.length > 0 && (
              <svg className={styles.overlay} width={width} height={plane.geometry.height} aria-hidden="true">
                <Shapes shapes={below} />
              </svg>
            )}
            <ScoreLines rows={rows} loops={loops} plane={plane} bands={replicates > 1} theory={theory} />
            <Overlay metric={metric.id} plane={plane} above={above} snapshot={snapshot} inSight={inSight} />
          </Late>
        )}
      </div>
      <Legend noise={noise} theory={theory} behind={behind} />
      {/* one text: where a translation has wrapped the texts of the page, React still replaces an only child */}
      <p className="visuallyHidden">{`${summaryOf(metric, frames.slice(0, shown), loops, noise)}${keptSummary(metric, kept, shown)}`}</p>
      {spoken.map(
        (words) =>
          words !== null && (
            <p key={words} className={styles.remark}>
              {words}
            </p>
          ),
      )}
      <button type="button" className="textButton" aria-expanded={table} aria-describedby={nameId} onClick={toggleTable}>
        {table ? 'Hide table' : 'View as table'}
      </button>
      {table && <ScoreTable metric={metric} frames={frames} loops={loops} replicates={replicates} theory={theory} noise={noise} kept={kept} />}
    </figure>
  );
}
