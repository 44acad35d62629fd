import { rescueDone } from '../../store/rescue';
import { runOf } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import styles from './Save.module.css';
import { outcomeWords } from './saveWords';

/** What was done to save the run, and how that ends. */
export default function Outcome() {
  const words = useLab((state) => {
    const [run, rescue] = [runOf(state), rescueDone(state)];
    return run && rescue ? outcomeWords(rescue, run, state.ghosts, state.run.status === 'running') : '';
  });
  return <p className={styles.outcome}>{words}</p>;
}
