import { toCsv } from '../export/csv';
import { download } from '../export/download';
import { toJson } from '../export/json';
import { OpenFileButton } from '../export/OpenFileButton';
import { useResults } from '../export/useResults';
import { Dialog } from './Dialog';
import styles from './Dialog.module.css';

export function ExportDialog() {
  const results = useResults();
  const { experiment, frames } = results;
  const name = `mad-lab-${experiment.model}-seed-${experiment.seed}`;

  return (
    <Dialog title="Export">
      <p>
        {frames.length === 0
          ? 'Nothing has been computed yet, so the files will hold the experiment alone.'
          : `The files hold ${frames.length === 1 ? 'the one generation' : `the ${frames.length} generations`} computed so far, with the experiment and its link.`}
      </p>
      <div className={styles.buttons}>
        <button type="button" className={styles.button} onClick={() => download(`${name}.csv`, 'text/csv', toCsv(results))}>
          Save CSV
        </button>
        <button type="button" className={styles.button} onClick={() => download(`${name}.json`, 'application/json', toJson(results))}>
          Save JSON
        </button>
      </div>
      <div className={styles.buttons}>
        <OpenFileButton className={styles.button} />
      </div>
      <p className={styles.mute}>
        CSV: one row for each generation, loop and replicate; a score without meaning is an empty cell. JSON: the same, with the reason why a score
        has none.
      </p>
    </Dialog>
  );
}
