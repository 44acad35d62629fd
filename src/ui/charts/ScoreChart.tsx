import { type CSSProperties, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { MetricDescription } from '../../engine/descriptions';
import { labStore } from '../../store/labStore';
import { useLab } from '../../store/useLab';
import { openDialog, useDialogsAreThere } from '../dialogs/openDialog';
import { lessonDoor } from '../lesson/lessonDoor';
import { HearButton } from '../listen/HearButton';
import { shownOf } from '../runs';
import { useSmallType } from '../theme';
import { useLook } from '../useLook';
import { useSize } from '../useSize';
import styles from './Charts.module.css';
import type { Plane } from './geometry';
import { Legend } from './Legend';
import { floorRemark, laterRemark, missingRemark, noiseNote, theoryNotes, toldNote, varianceRemark } from './notes';
import { Overlay } from './Overlay';
import { Plot } from './Plot';
import { ScoreTable } from './ScoreTable';
import { ScoreWords } from './ScoreWords';
import { aspectWords, keptSummary, summaryOf, toldSummary } from './summary';
import { useChart } from './useChart';
import { useChartSnapshot } from './useChartSnapshot';

interface ScoreChartProps {
  readonly metric: MetricDescription;
  /** what stands in the place of its axis of time, and moves it */
  readonly timeline?: (plane: Plane | null) => ReactNode;
  /** right of its name, and before its buttons */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  /** lies over the plot */
  readonly pad?: (plane: Plane) => ReactNode;
}

export function ScoreChart({ metric, timeline, aside, actions, pad }: ScoreChartProps) {
  const figure = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [table, setTable] = useState(false);
  const { snapshot, redraws, inSight, renew } = useChartSnapshot(figure);
  const toggleTable = () => {
    renew();
    setTable(!table);
  };
  const nameId = useId();
  useLook([metric.id]);
  const later = useStore(labStore.laterScores.store);
  const hasDialogs = useDialogsAreThere();
  const { frames, experiment, running, noise: floors, kept } = snapshot;
  const { loop: loops, replicates } = experiment;
  const size = useSize(box);
  const em = useSmallType();
  const { noise, behind, told, theory, points, plane, still } = useChart(metric, snapshot, { ...size, em }, timeline !== undefined);
  const remarks = useMemo(
    () =>
      [noiseNote(floors, metric.id, frames.length > 0), ...theoryNotes(frames.at(-1), loops, metric.id), toldNote(told, replicates)].filter(
        (words) => words !== null,
      ),
    [floors, frames, loops, metric.id, told, replicates],
  );
  const shown = useLab((state) => (inSight && !running ? shownOf(state) : frames.length));
  // in a lesson that is for the pupil to say
  const isBare = useStore(lessonDoor, (door) => door.isBare);
  const said = metric.id === 'traceOverDim' && frames.length > 0;
  const hasExact = theory.some(({ kind }) => kind === 'exact');
  const frame = frames[shown - 1];
  const spoken = [
    ...(said ? [isBare ? null : varianceRemark(experiment, hasExact), floorRemark(frame, loops, replicates)] : []),
    missingRemark(frame, loops, metric.id),
    laterRemark(frames, metric.id, later),
  ];
  const isDrawn = size.width > 0 && size.height > 0;

  // above the chart all the same: where the timeline is its axis, the keyboard is there first
  const caption = (
    <figcaption className={styles.caption}>
      <span className={styles.name}>
        <ScoreWords metric={metric} remarks={remarks}>
          <span id={nameId}>{metric.name}</span>
        </ScoreWords>
      </span>
      <span className={styles.aspect}>{aspectWords(metric)}</span>
      {timeline && <Legend noise={noise} theory={theory} behind={behind} />}
      {aside}
    </figcaption>
  );

  return (
    <figure
      ref={figure}
      className={styles.figure}
      aria-labelledby={nameId}
      data-table={table}
      data-metric={metric.id}
      data-redraws={redraws}
      data-points={points}
      data-timeline={timeline !== undefined || undefined}
    >
      {!timeline && caption}
      <div ref={box} className={styles.plot} style={{ '--drawn': `${size.width} / ${size.height}` } as CSSProperties} aria-hidden="true">
        {isDrawn && (
          <>
            <Plot plane={plane} shapes={still} />
            <Overlay metric={metric.id} plane={plane} snapshot={snapshot} inSight={inSight} />
            {pad?.(plane)}
          </>
        )}
      </div>
      {timeline?.(isDrawn ? plane : null)}
      {!timeline && <Legend noise={noise} theory={theory} behind={behind} />}
      {/* one text: where a translation has wrapped the texts of the page, React still replaces an only child */}
      <p className="visuallyHidden">{`${summaryOf(metric, frames.slice(0, shown), loops, noise)}${toldSummary(told)}${keptSummary(metric, kept, shown)}`}</p>
      {spoken.map(
        (words) =>
          words !== null && (
            <p key={words} className={styles.remark}>
              {words}
            </p>
          ),
      )}
      <div className={styles.foot}>
        {actions}
        <HearButton metric={metric.id} nameId={nameId} />
        {hasDialogs && (
          <button type="button" className="textButton" aria-describedby={nameId} onClick={() => openDialog('enlarge', metric.id)}>
            Enlarge
          </button>
        )}
        <button type="button" className="textButton" aria-expanded={table} aria-describedby={nameId} onClick={toggleTable}>
          {table ? 'Hide table' : 'View as table'}
        </button>
      </div>
      {table && <ScoreTable metric={metric} frames={frames} loops={loops} replicates={replicates} theory={theory} noise={noise} kept={kept} />}
      {timeline && caption}
    </figure>
  );
}
