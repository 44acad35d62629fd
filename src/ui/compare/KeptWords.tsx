import { labStore } from '../../store/labStore';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import styles from './Compare.module.css';
import { differenceWords } from './differences';

const { dropKept } = labStore.getState();

/** What the kept run is, how it differs, and how to be rid of it. */
export default function KeptWords() {
  const kept = useLab((state) => state.kept);
  const here = useLab(experimentOnScreen);
  if (!kept) return null;
  const { experiment, frames, problem } = kept;
  const missing = experiment.generations - frames.length;
  return (
    <p className={styles.words}>
      <strong>Compared with the kept run. </strong>
      {differenceWords(here, experiment)}
      {problem !== null && ` The kept run could not be computed: ${problem}`}
      {problem === null &&
        missing > 0 &&
        (frames.length > 0 ? ` It is computed to generation ${frames.length}.` : ' It is computed when you press Run.')}{' '}
      <button type="button" className="textButton" onClick={dropKept}>
        Stop comparing
      </button>
    </p>
  );
}
