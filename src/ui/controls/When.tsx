import { type Key, SCHEMA } from '../../engine/experiment';
import { waitingKeys } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { hasRun } from '../runs';
import styles from './Controls.module.css';

/** "on Reset" beside a key that a run under way does not take, stronger when a new value waits; of a run that is over Run starts anew, too. */
export function When({ of: key }: { of: Key }) {
  const shown = useLab((state) => hasRun(state) && !SCHEMA[key].live && key !== 'generations');
  const waits = useLab((state) => shown && waitingKeys(state).includes(key));
  const over = useLab(({ run }) => run.status === 'ended');
  if (!shown) return null;
  return <em className={waits ? styles.waits : styles.onReset}>{waits && over ? '· on Run' : '· on Reset'}</em>;
}
