import buttons from '../forms/Buttons.module.css';
import styles from './SideProgress.module.css';

interface SideProgressProps {
  readonly name: string;
  readonly done: number;
  readonly all: number;
  readonly words: string;
  readonly isComputing: boolean;
  /** why it stands still; null where nothing is wrong */
  readonly problem: string | null;
  /** on the button, before anything is done */
  readonly begin: string;
  readonly onGo: () => void;
  readonly onStop: () => void;
}

/** How far something is that is computed beside the run, and a button that stops it or goes on. */
export function SideProgress({ name, done, all, words, isComputing, problem, begin, onGo, onStop }: SideProgressProps) {
  return (
    <div className={styles.progress}>
      <progress max={all} value={done} aria-label={name} />
      <p role="status">{words}</p>
      {done < all && (
        <button type="button" className={buttons.quiet} onClick={isComputing ? onStop : onGo}>
          {isComputing ? 'Stop' : done === 0 ? begin : 'Go on'}
        </button>
      )}
      {problem !== null && <p role="alert">{problem}</p>}
    </div>
  );
}
