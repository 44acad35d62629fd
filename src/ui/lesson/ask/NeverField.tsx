import { NEVER_WORDS } from '../../../lessons/work';
import styles from '../Lesson.module.css';

/** In the place of a number: that it never comes. */
export function NeverField({ isTaken, onChange }: { isTaken: boolean; onChange: (isTaken: boolean) => void }) {
  return (
    <label className={styles.never}>
      <input type="checkbox" checked={isTaken} onChange={({ target }) => onChange(target.checked)} />
      <span>{NEVER_WORDS}</span>
    </label>
  );
}
