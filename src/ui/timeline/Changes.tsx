import { labStore } from '../../store/labStore';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { changeWords } from '../text/changeWords';
import styles from './Timeline.module.css';

/** What was changed during the run, each with a way to take it back. */
export function Changes() {
  const experiment = useLab(experimentOnScreen);
  if (experiment.changes.length === 0) return null;
  return (
    <ul className={styles.changes} aria-label="Changes during the run">
      {experiment.changes.map((change) => {
        const words = `from generation ${change.generation}: ${changeWords(experiment, change, 'long')}`;
        return (
          <li key={change.generation}>
            {words}
            <button type="button" aria-label={`Remove “${words}”`} onClick={() => labStore.getState().removeChange(change.generation)}>
              Remove
            </button>
          </li>
        );
      })}
    </ul>
  );
}
