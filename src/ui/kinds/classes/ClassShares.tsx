import { type CSSProperties, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { kindOf } from '../../../engine/chosen';
import type { Loop } from '../../../engine/descriptions';
import { capital, percent } from '../../../format';
import type { Frame } from '../../../results/frame';
import { experimentOnScreen } from '../../../store/selectors';
import { useLab } from '../../../store/useLab';
import { watchStore } from '../../../store/watch';
import { Mark } from '../../Mark';
import { lookOf } from '../../palette';
import { framesOf } from '../../runs';
import { lifeWords } from '../../tail/lifeWords';
import { modeLabels } from '../../tail/names';
import { useInSight } from '../../useInSight';
import { useWidth } from '../../useSize';
import { useDark } from '../useDark';
import { useFilmFrames } from '../useFilmFrames';
import styles from './Classes.module.css';
import { drawShares, FULL } from './drawShares';
import { realShares } from './realShares';
import { SharesTable } from './SharesTable';
import { areAlike } from './shareBars';
import { sharesOf, sharesSummary } from './shares';

const MOST_COLUMNS = 120;
interface StripProps {
  readonly loop: string;
  readonly frames: readonly Frame[];
  readonly shown: number;
  readonly labels: readonly string[];
}

function Strip({ loop, frames, shown, labels }: StripProps) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(box);
  const dark = useDark();
  const watched = useStore(watchStore, (state) => state.watched);
  useEffect(() => {
    if (!canvas.current || width === 0) return;
    drawShares(canvas.current, width, {
      columns: frames.map((frame) => sharesOf(frame, loop)),
      rows: labels.length,
      shown: frames.findIndex(({ generation }) => generation === shown),
      colour: lookOf(loop).colour,
      dark,
      ratio: Math.min(3, devicePixelRatio || 1),
    });
  }, [frames, loop, shown, width, dark, labels]);
  return (
    <div className={styles.shares} aria-hidden="true">
      <div className={styles.names}>
        {labels.map((label, at) => (
          <span key={label} data-watched={watched.includes(at)}>
            {label}
          </span>
        ))}
      </div>
      <div ref={box}>
        <canvas ref={canvas} style={{ '--rows': labels.length } as CSSProperties} data-columns={frames.length} />
      </div>
    </div>
  );
}

/** Which classes each loop makes, generation by generation; nothing before the first generation. */
export function ClassShares({ loops }: { loops: readonly Loop[] }) {
  const isKnown = useLab((state) => loops.some(({ id }) => sharesOf(framesOf(state)[0], id)));
  return isKnown ? <Shares loops={loops} /> : null;
}

function Shares({ loops }: { loops: readonly Loop[] }) {
  const figure = useRef<HTMLElement>(null);
  const { frames, shown } = useFilmFrames(MOST_COLUMNS, !useInSight(figure));
  const experiment = useLab(experimentOnScreen);
  const real = useLab(realShares);
  const labels = useMemo(() => modeLabels(experiment), [experiment]);
  const [table, setTable] = useState(false);
  const nameId = useId();
  const kind = kindOf(experiment);
  const name = `${kind.mode}s made`;
  const frame = frames.find(({ generation }) => generation === shown) ?? frames[frames.length - 1];
  const fair = 1 / labels.length;
  return (
    <figure ref={figure} className={styles.figure} aria-labelledby={nameId}>
      <figcaption>
        <h2 id={nameId}>{capital(name)}</h2>
        <span className={styles.words}>
          Share of each {kind.mode}, generation by generation from left to right, {kind.words.shares}
          {experiment.replicates > 1 ? ' of replicate 1' : ''}. The stronger the colour, the larger the share:{' '}
          {areAlike(real) ? `a fair one is ${percent(fair)}, ` : ''}full colour {percent(FULL * fair)} or more. A bar marks a {kind.mode} that{' '}
          {lifeWords(kind).one}.
        </span>
      </figcaption>
      <div className={styles.strips}>
        {loops.map(({ id, name: loopName }) => (
          <div key={id}>
            <p className={styles.loop}>
              <Mark loop={id} />
              {loopName}
            </p>
            <Strip loop={id} frames={frames} shown={shown} labels={labels} />
          </div>
        ))}
      </div>
      <p className="visuallyHidden">{sharesSummary(frame, loops, labels, kind)}</p>
      <button type="button" className="textButton" aria-expanded={table} onClick={() => setTable(!table)}>
        {table ? 'Hide table' : 'View as table'}
      </button>
      {table && <SharesTable loops={loops} labels={labels} name={name} />}
    </figure>
  );
}
