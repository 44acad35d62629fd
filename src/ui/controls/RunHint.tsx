import { useLayoutEffect, useRef } from 'react';
import { labStore } from '../../store/labStore';
import { useLab } from '../../store/useLab';
import { workersHere } from '../../store/workers';
import { durationWords } from '../text/durationWords';
import styles from './Controls.module.css';
import { comebackWords } from './comebackWords';
import { focusRun } from './focusRun';

/** What a slip took from the screen can be had again. When the way back goes, whoever stands on it is not left nowhere. */
function PutAway() {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const element = button.current;
    return () => {
      if (element === document.activeElement) focusRun();
    };
  }, []);
  return (
    <>
      The run is put away.
      <button ref={button} type="button" className="textButton" onClick={labStore.getState().undo}>
        Undo
      </button>
    </>
  );
}

interface RunHintProps {
  /** the button that begins what has been set up */
  readonly anew: 'Run' | 'Reset' | null;
  /** said while there is nothing else */
  readonly calm?: string | undefined;
}

/** Below the buttons, in room of its own, what is worth knowing of the run. */
export function RunHint({ anew, calm = '' }: RunHintProps) {
  const duration = useLab((state) => durationWords(state, workersHere()));
  const comeback = useLab(comebackWords);
  const isBack = useLab(({ run }) => run.status !== 'idle' && run.stepTo === 0);
  const isAway = useLab(({ putAway }) => putAway !== null);
  const words = anew === null ? comeback || duration || calm : `${anew} starts anew with these settings.`;
  return (
    <>
      <p id="run-hint" className={styles.hint}>
        {isAway ? <PutAway /> : words}
      </p>
      <p role="status" className="visuallyHidden">
        {isAway ? 'The run is put away. For ten seconds Undo brings it back.' : isBack ? comeback : ''}
      </p>
    </>
  );
}
