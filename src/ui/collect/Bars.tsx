import { percent } from '../../format';
import type { Share } from '../../lessons/collect/tally';
import styles from './Collect.module.css';

interface BarsProps {
  readonly name: string;
  readonly shares: readonly Share[];
  readonly of: number;
  /** ids of what the run says */
  readonly so?: readonly string[];
  /** beside a bar, by the id of what it is of */
  readonly beside?: ReadonlyMap<string, string>;
}

/** How many gave each answer, as bars and as numbers. */
export function Bars({ name, shares, of, so = [], beside }: BarsProps) {
  return (
    <ul className={styles.bars} aria-label={name}>
      {shares.map(({ id, text, count }) => (
        <li key={id} data-so={so.includes(id) || undefined}>
          <span>
            {text}
            {so.includes(id) && <b> By the run it is so.</b>}
            {beside?.has(id) && <b> {beside.get(id)}</b>}
          </span>
          <span className={styles.bar}>
            <i style={{ width: `${of === 0 ? 0 : (100 * count) / of}%` }} />
          </span>
          <span className={styles.count}>
            {count} of {of}
            {of > 0 && `, ${percent(count / of)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
