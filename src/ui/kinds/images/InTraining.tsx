import { number } from '../../../format';
import { trainingShown } from '../../../store/training';
import { useLab } from '../../../store/useLab';
import { inkVariable } from '../../palette';
import { shownOf } from '../../runs';
import { useFollowed } from './followed';
import styles from './InTraining.module.css';
import { lossPath } from './lossPath';

/** Under a wall whose digits get sharper: which network draws them, and how its loss falls. */
export function InTraining({ loop }: { loop: string }) {
  const training = useLab((state) => trainingShown(state, loop));
  const next = useLab(shownOf) + 1;
  // the lab doesn't know who is followed
  const followed = useFollowed();
  if (!training || followed) return null;
  const { losses } = training;
  return (
    <p className={styles.training} aria-hidden="true" data-training={loop}>
      <span className={styles.which}>generation {next} in training</span>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="presentation">
        <polyline points={lossPath(losses)} style={{ stroke: inkVariable(loop) }} />
      </svg>
      <span>loss {number(losses[losses.length - 1])}</span>
    </p>
  );
}
