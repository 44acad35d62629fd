import { runOf } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import buttons from '../forms/Buttons.module.css';
import styles from '../Notes.module.css';
import { dismissProblem, useOpenProblem, useOrigin } from './openedStore';

/** Says of results from a file that they were computed elsewhere, and of a file that could not be opened why. */
export function OpenedNote() {
  const origin = useOrigin(useLab((state) => runOf(state)?.runId ?? null));
  const problem = useOpenProblem();
  return (
    <>
      {problem !== null && (
        <div className={styles.problem} role="alert">
          <p>{problem}</p>
          <button type="button" className={buttons.quiet} onClick={dismissProblem}>
            Dismiss
          </button>
        </div>
      )}
      {origin && (
        <section className={styles.notes} aria-label="Opened file">
          <p>
            Opened from a file: computed elsewhere with {origin.version === null ? 'an unknown version' : `version ${origin.version}`} on backend{' '}
            {origin.backend ?? 'unknown'}. Run computes it anew, here.
            {origin.remarks.map((remark) => ` ${remark}`)}
          </p>
        </section>
      )}
    </>
  );
}
