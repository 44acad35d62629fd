import { labStore } from '../../store/labStore';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import styles from './Compare.module.css';
import { differenceWords } from './differences';

const { clearGhosts, dropKept } = labStore.getState();

/** What the faint lines are, and how to be rid of them. */
function Ghosts() {
  const ghosts = useLab((state) => state.ghosts);
  const waits = useLab(({ run }) => run.status === 'paused' && run.frames.length === run.shown && run.shown === ghosts.at(-1)?.from);
  if (ghosts.length === 0) return null;
  const from = [...new Set(ghosts.map((ghost) => ghost.from))].sort((a, b) => a - b);
  const places = from.map((generation) => (generation === 0 ? 'the start' : `generation ${generation}`)).join(', ');
  return (
    <p className={styles.words}>
      {`Faint lines: ${ghosts.length === 1 ? 'the discarded future' : `${ghosts.length} discarded futures`} after ${places}. `}
      {waits && 'Move a slider, then press Resume. '}
      <button type="button" className="textButton" onClick={clearGhosts}>
        Clear faint lines
      </button>
    </p>
  );
}

/** What the kept run is, how it differs, and how to be rid of it. */
function KeptWords() {
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

/** What the lines behind those of the run are. */
export default function WordsBehind() {
  return (
    <>
      <Ghosts />
      <KeptWords />
    </>
  );
}
