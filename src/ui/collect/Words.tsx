import type { Given } from '../../lessons/collect/tally';
import styles from './Collect.module.css';

interface WordsProps {
  readonly title: string;
  readonly given: readonly Given<string>[];
  readonly isOpen: boolean;
}

/** What the class wrote, as it was written, by desks; folded, for a room reads what the projector shows. */
export function Words({ title, given, isOpen }: WordsProps) {
  if (given.length === 0) return null;
  return (
    <details className={styles.fold} {...(isOpen && { open: true })}>
      <summary>
        {title} ({given.length})
      </summary>
      <dl className={styles.words}>
        {given.map(({ label, answer }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
