import { useId } from 'react';
import { labStore } from '../../store/labStore';
import { rescueInSight } from '../../store/rescue';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { focusRun } from '../controls/focusRun';
import buttons from '../forms/Buttons.module.css';
import { bringIntoView, PICTURES } from '../stage/bringIntoView';
import { Control } from '../view/Control';
import styles from './Save.module.css';
import { proposalWords } from './saveWords';

function goBackAndSave(): void {
  labStore.getState().goBackAndSave();
  bringIntoView(PICTURES);
  // the button has gone with what it was for
  focusRun();
}

/** The way back to before the first loss, with what would have held it. */
export default function GoBack() {
  const id = useId();
  const words = useLab((state) => {
    const rescue = rescueInSight(state);
    return rescue ? proposalWords(rescue, experimentOnScreen(state)) : '';
  });
  return (
    <Control name="compare">
      <button type="button" className={`${buttons.quiet} ${styles.button}`} aria-describedby={id} onClick={goBackAndSave}>
        <svg viewBox="0 0 16 14" className={styles.arrow} aria-hidden="true">
          <path d="M5 1 1.5 4.5 5 8M2 4.5h7.5a4 4 0 0 1 0 8H5" />
        </svg>
        Go back and save it
      </button>
      <p id={id} className={styles.words}>
        {words}
      </p>
    </Control>
  );
}
