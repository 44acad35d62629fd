import { linkOf } from '../../store/addressBar';
import { experimentOnScreen, runOf } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { toCsv } from '../export/csv';
import { download } from '../export/download';
import { toJson } from '../export/json';
import { framesOf } from '../runs';
import { Dialog } from './Dialog';
import styles from './Dialog.module.css';

export function ExportDialog() {
  const experiment = useLab(experimentOnScreen);
  const frames = useLab(framesOf);
  const noise = useLab((state) => runOf(state)?.noise ?? null);
  const badge = useLab((state) => state.badge);
  const name = `mad-lab-${experiment.model}-seed-${experiment.seed}`;
  const results = () => ({ experiment, frames, noise, badge, link: linkOf(experiment, location) });

  return (
    <Dialog title="Export">
      <p>
        {frames.length === 0
          ? 'Nothing has been computed yet, so the files will hold the experiment alone.'
          : `The files hold ${frames.length === 1 ? 'the one generation' : `the ${frames.length} generations`} computed so far, with the experiment and its link.`}
      </p>
      <div className={styles.buttons}>
        <button type="button" className={styles.button} onClick={() => download(`${name}.csv`, 'text/csv', toCsv(results()))}>
          Save CSV
        </button>
        <button type="button" className={styles.button} onClick={() => download(`${name}.json`, 'application/json', toJson(results()))}>
          Save JSON
        </button>
      </div>
      <p className={styles.mute}>
        CSV: one row for each generation, loop and replicate; a score without meaning is an empty cell. JSON: the same, with the reason why a score
        has none.
      </p>
    </Dialog>
  );
}
