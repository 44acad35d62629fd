import { useId, useMemo, useRef, useState } from 'react';
import charts from '../charts/Charts.module.css';
import { Plot } from '../charts/Plot';
import { useSmallType } from '../theme';
import { useSize } from '../useSize';
import { BesideTable } from './BesideTable';
import { chartPlane, chartShapes } from './draw';
import { linesOf, type Measure, type Ours } from './measures';
import { besides, sentenceOf } from './sentences';

const aspectOf = ({ drawn, scale }: Measure): string =>
  `${drawn === 'ratio' ? 'as a ratio to generation 1' : 'a share'}${scale === 'log' ? ' · logarithmic' : ''}`;

/** One measure of both, as a picture, in words, and as a table. */
export function BesideChart({ measure, ours, generations }: { measure: Measure; ours: Ours; generations: number }) {
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const em = useSmallType();
  const nameId = useId();
  const [table, setTable] = useState(false);
  const lines = useMemo(() => linesOf(measure, ours), [measure, ours]);
  const plane = useMemo(() => chartPlane(measure, lines, generations, { width, height, em }), [measure, lines, generations, width, height, em]);
  const shapes = useMemo(() => chartShapes(lines, plane, em), [lines, plane, em]);
  const more = besides(measure, ours);
  return (
    <figure className={charts.figure} aria-labelledby={nameId} data-table={table} data-measure={measure.id}>
      <figcaption className={charts.caption}>
        <span id={nameId} className={charts.name}>
          {measure.name}
        </span>
        <span className={charts.aspect}>{aspectOf(measure)}</span>
      </figcaption>
      <div ref={box} className={charts.plot} aria-hidden="true">
        {width > 0 && height > 0 && <Plot plane={plane} shapes={shapes} />}
      </div>
      <p>{sentenceOf(measure, lines)}</p>
      {more !== null && <p className={charts.remark}>{more}</p>}
      <p className={charts.remark}>{measure.counts}</p>
      <div className={charts.foot}>
        <button type="button" className="textButton" aria-expanded={table} aria-describedby={nameId} onClick={() => setTable(!table)}>
          {table ? 'Hide table' : 'View as table'}
        </button>
      </div>
      {table && <BesideTable measure={measure} lines={lines} />}
    </figure>
  );
}
