import { useStore } from 'zustand';
import buttons from '../forms/Buttons.module.css';
import styles from './Lesson.module.css';
import { aheadRuns, tryAgain } from './lessonStore';

/** That a run of the step could not be computed, why, and the way on. */
export function Trouble({ names }: { names: readonly string[] }) {
  const problem = useStore(aheadRuns, ({ runs }) => names.map((name) => runs.get(name)?.problem).find(Boolean));
  if (!problem) return null;
  return (
    <div className={styles.part} role="alert">
      <p>A run of this step could not be computed: {problem}</p>
      <button type="button" className={buttons.quiet} onClick={tryAgain}>
        Try again
      </button>
    </div>
  );
}
