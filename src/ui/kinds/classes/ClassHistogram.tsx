import { useMemo } from 'react';
import { useStore } from 'zustand';
import { datasetOf, manyOf } from '../../../engine/chosen';
import { percent } from '../../../format';
import { experimentOnScreen, frameShown } from '../../../store/selectors';
import { useLab } from '../../../store/useLab';
import { watchStore } from '../../../store/watch';
import { lookOf, REAL } from '../../palette';
import { modeLabels } from '../../tail/names';
import { laneDrawn } from '../laneDrawn';
import styles from './ClassHistogram.module.css';
import { realShares } from './realShares';
import { areAlike, sharesWords, topOf } from './shareBars';

const NONE: readonly number[] = [];

/** What is drawn: shares of the samples of a loop, before the first generation those of the real ones; and the share that fills the height. */
function useBars(loop: string) {
  const frame = useLab(frameShown);
  const many = useLab((state) => manyOf(experimentOnScreen(state)));
  const real = useLab(realShares);
  const top = useMemo(
    () => topOf(frame ? frame.lanes.filter(({ replicate }) => replicate === 1).map(({ shares }) => shares?.share ?? []) : [real]),
    [frame, real],
  );
  if (frame) return { shares: laneDrawn(frame, loop)?.shares?.share ?? NONE, real, top, colour: lookOf(loop).colour, whose: `the ${many} made` };
  return { shares: real, real, top, colour: REAL.colour, whose: `the real ${many}` };
}

/**
 * Which classes a loop's model makes, in shares of the evaluation samples (replicate 1), on one scale for all loops: beside a fair share or, where
 * the real ones are not alike, beside these.
 */
export function ClassHistogram({ loop }: { loop: string }) {
  const { shares, real, top, colour, whose } = useBars(loop);
  const experiment = useLab(experimentOnScreen);
  const labels = useMemo(() => modeLabels(experiment), [experiment]);
  const watched = useStore(watchStore, (state) => state.watched);
  const fair = areAlike(datasetOf(experiment).classShares ?? real) ? 1 / labels.length : null;
  const beside = fair === null ? 'blue lines: the real shares' : `line: ${percent(fair)}`;
  const scale = `${beside}; full height: ${percent(top)}, in all loops`;
  const words = shares.length > 0 ? `Shares of ${whose}: ${sharesWords(shares, labels)} (${scale})` : `Shares of ${whose}: none yet`;
  const line = (share: number) => `${Math.min(100, (100 * share) / top)}%`;
  return (
    <div className={styles.histogram} role="img" aria-label={words} title={words} data-classes={labels.length}>
      <span className={styles.scale}>
        <span>{percent(top)}</span>
        {fair !== null && <span style={{ bottom: line(fair) }}>{percent(fair)}</span>}
      </span>
      <span className={styles.bars} style={{ gridTemplateColumns: `repeat(${labels.length}, minmax(0, 1fr))` }}>
        {fair !== null && <span className={styles.line} style={{ bottom: line(fair) }} />}
        {labels.map((label, at) => (
          <span key={label} className={styles.bar}>
            <i style={{ height: line(shares[at] ?? 0), background: colour }} />
            {fair === null && shares !== real && real[at] !== undefined && <b style={{ bottom: line(real[at]) }} />}
          </span>
        ))}
      </span>
      <span className={styles.labels} style={{ gridTemplateColumns: `repeat(${labels.length}, minmax(0, 1fr))` }}>
        {labels.map((label, at) => (
          <span key={label} data-watched={watched.includes(at)}>
            {label}
          </span>
        ))}
      </span>
    </div>
  );
}
