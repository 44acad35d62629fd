import type { Loop } from '../../../engine/descriptions';
import { loopsOf } from '../../../engine/loops/named';
import { experimentOnScreen } from '../../../store/selectors';
import { useLab } from '../../../store/useLab';
import { useSpeaks } from '../../listen/useSpeaks';
import { hasRun } from '../../runs';
import { ClassShares } from '../classes/ClassShares';
import styles from './Digits.module.css';
import { Follow } from './Follow';
import { useFollowed } from './followed';

/** The loops of a run; null before any. */
function useLoops(): readonly Loop[] | null {
  const active = useLab(hasRun);
  const chosen = useLab((state) => experimentOnScreen(state).loop);
  return active ? loopsOf({ loop: chosen }) : null;
}

/** Below the stage: more of the digit that is followed. */
export function DigitFilm() {
  const loops = useLoops();
  const followed = useFollowed();
  const speaks = useSpeaks();
  if (!loops) return null;
  return (
    <section className={styles.digits} aria-label="A digit through the generations">
      {followed === null ? (
        <p className={styles.words}>
          Choose a digit above {speaks && 'to hear it, '}to follow it through the generations and to see the real digit nearest to it.
        </p>
      ) : (
        <Follow loops={loops} followed={followed} />
      )}
    </section>
  );
}

/** Below the scores: which digits are made. */
export function DigitShares() {
  const loops = useLoops();
  return loops && <ClassShares loops={loops} />;
}
