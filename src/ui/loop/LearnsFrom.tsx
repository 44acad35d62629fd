import { curesOn } from '../../engine/cures';
import type { Loop } from '../../engine/descriptions';
import { controlValues, experimentOnScreen, waitingKeys } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { hygieneWords } from '../text/hygieneWords';
import styles from './PaneDiagram.module.css';
import { learnsFrom } from './trainingSet';
import { useTrainingSet } from './useTrainingSet';

/** How a loop differs from the others: what its model at the generation shown was trained on, and what steps did to that. */
export function LearnsFrom({ loop }: { loop: Loop }) {
  const { set, size, cleaned, isNext } = useTrainingSet(loop);
  const hasCure = useLab((state) => curesOn(experimentOnScreen(state)));
  const waiting = useLab((state) => (waitingKeys(state).includes('initialReal') ? controlValues(state).initialReal : null));
  const onReset = waiting !== null && loop.parts.includes('initial') ? `; ${waiting} on Reset` : '';
  return (
    <p className={styles.learns} data-cured={hasCure}>
      {`${learnsFrom(set, size, isNext)}${onReset}${cleaned ? ' ' : ''}`}
      {cleaned && <span className={styles.cleaned}>{hygieneWords(cleaned)}</span>}
    </p>
  );
}
