import buttons from '../forms/Buttons.module.css';
import styles from './Lesson.module.css';

interface NotComputedProps {
  /** of what it is a run */
  readonly of: string;
  readonly problem: string | null | undefined;
  readonly onAgain: () => void;
}

/** That a run could not be computed, why, and the way on; nothing without a problem. */
export function NotComputed({ of, problem, onAgain }: NotComputedProps) {
  if (!problem) return null;
  return (
    <div className={styles.part} role="alert">
      <p>
        A run of this {of} could not be computed: {problem}
      </p>
      <button type="button" className={buttons.quiet} onClick={onAgain}>
        Try again
      </button>
    </div>
  );
}
