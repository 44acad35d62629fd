import { datasetOf } from '../../../engine/chosen';
import { experimentOnScreen, frameShown } from '../../../store/selectors';
import { useLab } from '../../../store/useLab';
import { ClassHistogram } from '../classes/ClassHistogram';
import { useChosen } from './chosen';
import { PieceTold } from './PieceTold';
import styles from './Text.module.css';

/** Under a text what is told of the word that was chosen, or else which first letters are made: in the same room, so that nothing moves. */
export function BelowText({ loop }: { loop: string }) {
  const chosen = useChosen();
  const generation = useLab((state) => frameShown(state)?.generation ?? 0);
  const hasLetters = useLab((state) => datasetOf(experimentOnScreen(state)).modes > 0);
  if (chosen && generation > 0) {
    return (
      <div className={styles.told} data-told={loop}>
        <PieceTold loop={loop} generation={generation} place={chosen.place} />
      </div>
    );
  }
  if (hasLetters) return <ClassHistogram loop={loop} />;
  return generation > 0 ? <p className={styles.hint}>Press a word: is it real?</p> : null;
}
