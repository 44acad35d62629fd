import { useMemo } from 'react';
import { useStore } from 'zustand';
import { percent } from '../../../format';
import { frameShown } from '../../../store/selectors';
import { useLab } from '../../../store/useLab';
import { watchStore } from '../../../store/watch';
import { lookOf, REAL } from '../../palette';
import styles from './ClassHistogram.module.css';
import { laneDrawn } from './generations';
import { FAIR_SHARE, sharesWords, topOf } from './shareBars';

const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const NONE: readonly number[] = [];

/** What is drawn: shares of the samples of a loop, before the first generation those of the real digits; and the share that fills the height. */
function useBars(loop: string) {
  const frame = useLab(frameShown);
  const real = useLab(({ preview }) => (preview.status === 'ready' ? preview.preview.weights : NONE));
  const top = useMemo(
    () => topOf(frame ? frame.lanes.filter(({ replicate }) => replicate === 1).map(({ shares }) => shares?.share ?? []) : [real]),
    [frame, real],
  );
  if (frame) return { shares: laneDrawn(frame, loop)?.shares?.share ?? NONE, top, colour: lookOf(loop).colour, whose: 'the digits made' };
  return { shares: real, top, colour: REAL.colour, whose: 'the real digits' };
}

/** Which digits a loop's model makes, in shares of the evaluation samples as the classifier reads them (replicate 1), on one scale for all loops. */
export function ClassHistogram({ loop }: { loop: string }) {
  const { shares, top, colour, whose } = useBars(loop);
  const watched = useStore(watchStore, (state) => state.watched);
  const line = `${(100 * FAIR_SHARE) / top}%`;
  const scale = `line: ${percent(FAIR_SHARE)}; full height: ${percent(top)}, in all loops`;
  const words = shares.length > 0 ? `Shares of ${whose}: ${sharesWords(shares)} (${scale})` : `Shares of ${whose}: none yet`;
  return (
    <div className={styles.histogram} role="img" aria-label={words} title={words}>
      <span className={styles.scale}>
        <span>{percent(top)}</span>
        <span style={{ bottom: line }}>{percent(FAIR_SHARE)}</span>
      </span>
      <span className={styles.bars}>
        <span className={styles.line} style={{ bottom: line }} />
        {DIGITS.map((digit) => (
          <i key={digit} style={{ height: `${(100 * (shares[digit] ?? 0)) / top}%`, background: colour }} />
        ))}
      </span>
      <span className={styles.digits}>
        {DIGITS.map((digit) => (
          <span key={digit} data-watched={watched.includes(digit)}>
            {digit}
          </span>
        ))}
      </span>
    </div>
  );
}
