import { useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Loop } from '../../../engine/descriptions';
import type { Frame } from '../../../results/frame';
import { experimentOnScreen } from '../../../store/selectors';
import { useLab } from '../../../store/useLab';
import { watchStore } from '../../../store/watch';
import { Mark } from '../../Mark';
import { lookOf } from '../../palette';
import { useWidth } from '../../useSize';
import styles from './Digits.module.css';
import { drawShares } from './drawShares';
import { SharesTable } from './SharesTable';
import { sharesOf, sharesSummary } from './shares';
import { useDark } from './useDark';
import { useFilmFrames } from './useFilmFrames';

const MOST_COLUMNS = 120;
const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

function Strip({ loop, frames, shown }: { loop: string; frames: readonly Frame[]; shown: number }) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(box);
  const dark = useDark();
  const watched = useStore(watchStore, (state) => state.watched);
  useEffect(() => {
    if (!canvas.current || width === 0) return;
    drawShares(canvas.current, width, {
      columns: frames.map((frame) => sharesOf(frame, loop)),
      shown: frames.findIndex(({ generation }) => generation === shown),
      colour: lookOf(loop).colour,
      dark,
      ratio: Math.min(3, devicePixelRatio || 1),
    });
  }, [frames, loop, shown, width, dark]);
  return (
    <div className={styles.shares} aria-hidden="true">
      <div className={styles.names}>
        {DIGITS.map((digit) => (
          <span key={digit} data-watched={watched.includes(digit)}>
            {digit}
          </span>
        ))}
      </div>
      <div ref={box}>
        <canvas ref={canvas} data-columns={frames.length} />
      </div>
    </div>
  );
}

/** Which digits each loop makes, generation by generation. */
export function ClassShares({ loops }: { loops: readonly Loop[] }) {
  const { frames, shown } = useFilmFrames(MOST_COLUMNS);
  const replicates = useLab((state) => experimentOnScreen(state).replicates);
  const [table, setTable] = useState(false);
  const nameId = useId();
  const known = frames.some((frame) => loops.some(({ id }) => sharesOf(frame, id)));
  if (!known) return null;
  const frame = frames.find(({ generation }) => generation === shown) ?? frames[frames.length - 1];
  return (
    <figure className={styles.figure} aria-labelledby={nameId}>
      <figcaption>
        <h2 id={nameId}>Digits made</h2>
        <span className={styles.words}>
          Share of each digit, generation by generation from left to right, as the classifier reads the evaluation samples
          {replicates > 1 ? ' of replicate 1' : ''}. The stronger the colour, the larger the share: a fair one is 10 %, full colour 30 % or more. A
          bar marks a digit that has died out.
        </span>
      </figcaption>
      <div className={styles.strips}>
        {loops.map(({ id, name }) => (
          <div key={id}>
            <p className={styles.loop}>
              <Mark loop={id} />
              {name}
            </p>
            <Strip loop={id} frames={frames} shown={shown} />
          </div>
        ))}
      </div>
      <p className="visuallyHidden">{sharesSummary(frame, loops)}</p>
      <button type="button" className="textButton" aria-expanded={table} onClick={() => setTable(!table)}>
        {table ? 'Hide table' : 'View as table'}
      </button>
      {table && <SharesTable loops={loops} />}
    </figure>
  );
}
