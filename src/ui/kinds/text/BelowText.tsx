import { datasetOf, isRunningText } from '../../../engine/chosen';
import { experimentOnScreen, frameShown } from '../../../store/selectors';
import { useLab } from '../../../store/useLab';
import { ClassHistogram } from '../classes/ClassHistogram';
import { useChosen } from './chosen';
import { PieceTold } from './PieceTold';
import styles from './Text.module.css';

/** Under a text which first letters are made, and over that what is told of the word that was chosen, so that nothing moves. */
export function BelowText({ loop }: { loop: string }) {
  const chosen = useChosen();
  const generation = useLab((state) => frameShown(state)?.generation ?? 0);
  const hasLetters = useLab((state) => !isRunningText(experimentOnScreen(state)) && datasetOf(experimentOnScreen(state)).modes > 0);
  return (
    <>
      {chosen && generation > 0 && (
        <div className={styles.toldRoom}>
          <div className={styles.told} data-told={loop}>
            <PieceTold loop={loop} generation={generation} place={chosen.place} />
          </div>
        </div>
      )}
      {hasLetters ? <ClassHistogram loop={loop} /> : generation > 0 && <p className={styles.hint}>Press a word: is it real?</p>}
    </>
  );
}
