import { catalogue } from '#catalogue';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { hasRun } from '../runs';
import { ClassShares } from './ClassShares';
import styles from './Digits.module.css';
import { Follow } from './Follow';
import { useFollowed } from './followed';

/** What only runs of digits have: one sample followed, and which digits are made. */
export function Digits() {
  const active = useLab(hasRun);
  const chosen = useLab((state) => experimentOnScreen(state).loop);
  const sample = useFollowed();
  if (!active) return null;
  const loops = catalogue.loops.filter(({ id }) => chosen.includes(id));
  return (
    <section className={styles.digits} aria-label="Digits through the generations">
      {sample === null ? (
        <p className={styles.words}>Choose a digit above to follow it through the generations and to see the real digit nearest to it.</p>
      ) : (
        <Follow loops={loops} sample={sample} />
      )}
      <ClassShares loops={loops} />
    </section>
  );
}
