import { labStore } from '../store/labStore';
import { useLab } from '../store/useLab';
import styles from './Notes.module.css';

/** What was repaired in the link, and other things worth a line. */
export function Notes() {
  const notes = useLab((state) => state.notes);
  if (notes.length === 0) return null;
  return (
    <section className={styles.notes} aria-label="Notes">
      <ul>
        {notes.map(({ key, value, message }) => (
          <li key={`${key} ${value} ${message}`}>{message}</li>
        ))}
      </ul>
      <button type="button" className={styles.button} onClick={() => labStore.getState().dismissNotes()}>
        Dismiss
      </button>
    </section>
  );
}
