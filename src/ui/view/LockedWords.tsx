import styles from './Control.module.css';
import { useLockedBy } from './viewStore';

/** What the padlocks of the settings mean; nothing where there are none. */
export function LockedWords() {
  const words = useLockedBy();
  if (words === '') return null;
  return (
    <p className={styles.words}>
      <span className={styles.lock} aria-hidden="true" />
      {words}
    </p>
  );
}
