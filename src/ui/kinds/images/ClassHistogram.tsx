import { useStore } from 'zustand';
import { percent } from '../../../format';
import { frameShown } from '../../../store/selectors';
import { useLab } from '../../../store/useLab';
import { watchStore } from '../../../store/watch';
import { lookOf } from '../../palette';
import styles from '../../samples/Samples.module.css';

/** Which digits a loop's model makes, in shares of the evaluation samples as the classifier reads them (replicate 1). */
export function ClassHistogram({ loop }: { loop: string }) {
  const shares = useLab((state) => frameShown(state)?.lanes.find((lane) => lane.loop === loop && lane.replicate === 1)?.shares ?? null);
  const watched = useStore(watchStore, (state) => state.watched);
  if (!shares) return null;
  const highest = Math.max(0.2, ...shares.share);
  const words = shares.share.map((share, digit) => `${digit}: ${percent(share)}`).join(', ');
  return (
    <div className={styles.histogram} role="img" aria-label={`Shares of the digits made: ${words}`} title={words}>
      {shares.share.map((share, digit) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the digit
        <span key={digit} data-watched={watched.includes(digit)}>
          <i style={{ height: `${(100 * share) / highest}%`, background: lookOf(loop).colour }} />
          {digit}
        </span>
      ))}
    </div>
  );
}
