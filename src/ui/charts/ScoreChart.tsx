import { lazy, useId, useMemo, useRef, useState } from 'react';
import type { MetricDescription } from '../../engine/descriptions';
import { useLab } from '../../store/useLab';
import { BehindLines } from '../compare/BehindLines';
import { behindOf, valuesOf } from '../compare/behind';
import { Late } from '../Late';
import { shownOf } from '../runs';
import { useTheme } from '../theme';
import { useWidth } from '../useWidth';
import { axisOf, tickText } from './axis';
import styles from './Charts.module.css';
import { geometryOf } from './geometry';
import { Legend } from './Legend';
import { NoiseFloorBand } from './NoiseFloorBand';
import { floorRemark, missingRemark, noiseNote, theoryNotes, varianceRemark } from './notes';
import { Overlay } from './Overlay';
import { ScoreTable } from './ScoreTable';
import { ScoreWords } from './ScoreWords';
import { type Row, seriesOf } from './series';
import { betterWords, keptSummary, summaryOf } from './summary';
import { useChartSnapshot } from './useChartSnapshot';

const ScoreLines = lazy(() => import('./ScoreLines'));

const SMALL_TYPE = 12;

export function ScoreChart({ metric }: { metric: MetricDescription }) {
  const figure = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [table, setTable] = useState(false);
  const { snapshot, redraws, inSight, renew } = useChartSnapshot(figure);
  const toggleTable = () => {
    renew();
    setTable(!table);
  };
  const projector = useTheme() === 'projector';
  const nameId = useId();
  const { frames, experiment, running, noise: floors, ghosts, kept } = snapshot;
  const { loop: loops, generations, replicates } = experiment;

  const noise = floors?.bands[metric.id] ?? null;
  const behind = useMemo(() => behindOf({ frames, experiment, ghosts, kept }, metric.id), [frames, experiment, ghosts, kept, metric.id]);
  const series = useMemo(() => seriesOf(frames, loops, metric.id, noise, valuesOf(behind)), [frames, loops, metric.id, noise, behind]);
  const axis = useMemo(() => axisOf(metric, series), [metric, series]);
  const geometry = useMemo(
    () =>
      geometryOf(
        width,
        projector ? SMALL_TYPE * 1.25 : SMALL_TYPE,
        axis.ticks.map((tick) => tickText(tick, axis)),
      ),
    [width, projector, axis],
  );
  // on a logarithmic axis 0 lies on its floor
  const rows = useMemo(
    () =>
      axis.log
        ? series.rows.map(
            (row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, onAxis(value, axis.domain[0])])) as unknown as Row,
          )
        : series.rows,
    [series, axis],
  );
  const remarks = useMemo(
    () => [noiseNote(floors, metric.id, frames.length > 0), ...theoryNotes(frames.at(-1), loops, metric.id)].filter((words) => words !== null),
    [floors, frames, loops, metric.id],
  );
  const shown = useLab((state) => (inSight && !running ? shownOf(state) : frames.length));
  const said = metric.id === 'traceOverDim' && frames.length > 0;
  const hasExact = series.theory.some(({ kind }) => kind === 'exact');
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
      data-points={series.rows.length}
    >
      <figcaption className={styles.caption}>
        <span className={styles.name}>
          <ScoreWords metric={metric} remarks={remarks}>
            <span id={nameId}>{metric.name}</span>
          </ScoreWords>
        </span>
        <span className={styles.aspect}>{[metric.aspect, betterWords(metric)].filter((words) => words !== '').join(' · ')}</span>
      </figcaption>
      <div ref={box} className={styles.plot} style={{ height: geometry.height }} aria-hidden="true">
        {width > 0 && (
          <Late failed={<p>The lines could not be loaded; “View as table” has their numbers. Reload to try again.</p>}>
            {noise && frames.length > 0 && <NoiseFloorBand band={noise} axis={axis} geometry={geometry} />}
            {behind.length > 0 && <BehindLines behind={behind} axis={axis} geometry={geometry} generations={generations} />}
            <ScoreLines
              rows={rows}
              loops={loops}
              axis={axis}
              geometry={geometry}
              generations={generations}
              bands={replicates > 1}
              theory={series.theory}
            />
            <Overlay metric={metric.id} axis={axis} geometry={geometry} snapshot={snapshot} inSight={inSight} />
          </Late>
        )}
      </div>
      <Legend noise={frames.length > 0 ? noise : null} theory={series.theory} behind={behind} />
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
      {table && <ScoreTable metric={metric} frames={frames} loops={loops} replicates={replicates} theory={series.theory} noise={noise} kept={kept} />}
    </figure>
  );
}

function onAxis(value: Row[string], floor: number): Row[string] {
  if (value === null) return null;
  return typeof value === 'number' ? Math.max(value, floor) : [Math.max(value[0], floor), Math.max(value[1], floor)];
}
