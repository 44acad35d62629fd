import { useId, useState } from 'react';
import { STEP_KEYS } from '../../engine/steps/about';
import { labStore } from '../../store/labStore';
import { rescuesInSight } from '../../store/rescue';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { focusRun } from '../controls/focusRun';
import buttons from '../forms/Buttons.module.css';
import { bringIntoView, PICTURES } from '../stage/bringIntoView';
import { Control } from '../view/Control';
import { useControl } from '../view/viewStore';
import styles from './Save.module.css';
import { changeIn, proposalWords } from './saveWords';

function goBackAndSave(way: number): void {
  labStore.getState().goBackAndSave(way);
  bringIntoView(PICTURES);
  // the button has gone with what it was for
  focusRun();
}

const isCure = ({ settings }: { readonly settings: object }) => Object.keys(settings).some((key) => key in STEP_KEYS);

/** The way back to before the first loss, with what would have held it, or with a cure of the reader's choice. */
export default function GoBack() {
  const id = useId();
  const all = useLab(rescuesInSight);
  const experiment = useLab(experimentOnScreen);
  const haveCures = useControl('cures') === 'shown';
  const [chosen, setChosen] = useState(0);
  const ways = all.map((rescue, way) => ({ rescue, way })).filter(({ rescue }) => haveCures || !isCure(rescue));
  const { rescue, way } = ways.find((one) => one.way === chosen) ?? ways[0] ?? {};
  if (!rescue || way === undefined) return null;
  return (
    <Control name="compare">
      <button type="button" className={`${buttons.quiet} ${styles.button}`} aria-describedby={id} onClick={() => goBackAndSave(way)}>
        <svg viewBox="0 0 16 14" className={styles.arrow} aria-hidden="true">
          <path d="M5 1 1.5 4.5 5 8M2 4.5h7.5a4 4 0 0 1 0 8H5" />
        </svg>
        Go back and save it
      </button>
      {ways.length > 1 && (
        <label className={styles.ways}>
          with{' '}
          <select value={way} onChange={(event) => setChosen(Number(event.target.value))} aria-label="Save it with">
            {ways.map((one) => (
              <option key={one.way} value={one.way}>
                {changeIn(one.rescue.settings, experiment)}
              </option>
            ))}
          </select>
        </label>
      )}
      <p id={id} className={styles.words}>
        {proposalWords(rescue, experiment)}
      </p>
    </Control>
  );
}
