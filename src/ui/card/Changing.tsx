import { labStore } from '../../store/labStore';
import { runOf } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import buttons from '../forms/Buttons.module.css';
import styles from './Card.module.css';

/** How to change something on the way: first one goes to where that is allowed. */
export function Changing({ from }: { from: number }) {
  const shown = useLab((state) => runOf(state)?.shown ?? 0);
  const last = useLab((state) => runOf(state)?.experiment.generations ?? Number.POSITIVE_INFINITY);
  const isThere = shown >= from - 1 && shown < last;
  return (
    <div className={styles.free}>
      <p>{isThere ? `A change now acts from generation ${shown + 1} on.` : `Stand at generation ${from - 1} or later, then make your change.`}</p>
      <div className={`${buttons.buttons} ${styles.ways}`}>
        <button type="button" onClick={() => labStore.getState().goTo(from - 1)}>
          Go to generation {from - 1}
        </button>
      </div>
    </div>
  );
}
