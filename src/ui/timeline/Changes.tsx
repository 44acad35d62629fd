import { labStore } from '../../store/labStore';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { turnsOf } from '../text/turns';
import styles from './Timeline.module.css';

/** What was changed during the run, each with a way to take it back. */
export function Changes() {
  const experiment = useLab(experimentOnScreen);
  if (experiment.changes.length === 0) return null;
  return (
    <ul className={`${styles.changes} textButtons`} aria-label="Changes during the run">
      {turnsOf(experiment).map(({ from, generations, long }) => (
        <li key={from}>
          {long}
          <button type="button" aria-label={`Remove the change ${long}`} onClick={() => labStore.getState().removeChanges(generations)}>
            Remove
          </button>
        </li>
      ))}
    </ul>
  );
}
