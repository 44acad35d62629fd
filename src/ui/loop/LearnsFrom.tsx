import type { Loop } from '../../engine/descriptions';
import { controlValues, waitingKeys } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import styles from './PaneDiagram.module.css';
import { learnsFrom } from './trainingSet';
import { useTrainingSet } from './useTrainingSet';

/** How a loop differs from the others: what its model at the generation shown was trained on. */
export function LearnsFrom({ loop }: { loop: Loop }) {
  const { set, size, isNext } = useTrainingSet(loop);
  const waiting = useLab((state) => (waitingKeys(state).includes('initialReal') ? controlValues(state).initialReal : null));
  const onReset = waiting !== null && loop.parts.includes('initial') ? `; ${waiting} on Reset` : '';
  return <p className={styles.learns}>{learnsFrom(set, size, isNext) + onReset}</p>;
}
