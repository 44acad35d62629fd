import { useStore } from 'zustand';
import buttons from '../forms/Buttons.module.css';
import styles from './Lesson.module.css';
import { aheadRuns, computeHere } from './lessonStore';

/** That what stands on the stage was computed elsewhere, by which version, and why. */
export function RecordedNote({ names }: { names: readonly string[] }) {
  const standIn = useStore(aheadRuns, ({ runs }) => names.map((name) => runs.get(name)?.standIn).find(Boolean));
  if (!standIn) return null;
  return (
    <div className={styles.part} role="status">
      <p>
        <strong>Recorded on {standIn.version}, same link.</strong> The run was not computed here: {standIn.why}
      </p>
      <button type="button" className={buttons.quiet} onClick={computeHere}>
        Compute it here
      </button>
    </div>
  );
}
