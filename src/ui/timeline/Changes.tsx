import { labStore } from '../../store/labStore';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { type Turn, turnsOf } from '../text/turns';
import styles from './Timeline.module.css';

/** More are folded into one line. */
const MOST_OPEN = 2;

const remove = (generations: readonly number[]) => labStore.getState().removeChanges(generations);

/** What was changed during the run, each with a way to take it back. */
export function Changes() {
  const experiment = useLab(experimentOnScreen);
  const turns = turnsOf(experiment);
  if (turns.length === 0) return null;
  if (turns.length <= MOST_OPEN) return <TurnList turns={turns} />;
  return (
    <div className={`${styles.folded} textButtons`}>
      <details>
        <summary>{turns.length} changes</summary>
        <TurnList turns={turns} />
      </details>
      <button type="button" onClick={() => remove(experiment.changes.map(({ generation }) => generation))}>
        Remove all
      </button>
    </div>
  );
}

function TurnList({ turns }: { turns: readonly Turn[] }) {
  return (
    <ul className={`${styles.changes} textButtons`} aria-label="Changes during the run">
      {turns.map(({ from, generations, long }, i) => (
        <li key={from}>
          {/* charts have room for the number where they have none for the words */}
          {turns.length > 1 && `${i + 1}. `}
          {long}
          <button type="button" aria-label={`Remove the change ${long}`} onClick={() => remove(generations)}>
            Remove
          </button>
        </li>
      ))}
    </ul>
  );
}
