import { lazy, useId, useState } from 'react';
import { useStore } from 'zustand';
import { generationsWithout } from '../../store/complete';
import { labStore } from '../../store/labStore';
import { ALL_SCORES } from '../../store/looks';
import { useLab } from '../../store/useLab';
import { toCsv } from '../files/csv';
import { download } from '../files/download';
import { toJson } from '../files/json';
import { OpenFileButton } from '../files/OpenFileButton';
import { useResults } from '../files/useResults';
import buttons from '../forms/Buttons.module.css';
import { Late } from '../Late';
import { OneFile } from '../singleFile/OneFile';
import { useLook } from '../useLook';
import { Dialog } from './Dialog';
import styles from './Dialog.module.css';

const parts = () => import('./exportParts');
const FigureChoice = lazy(() => parts().then(({ FigureChoice }) => ({ default: FigureChoice })));
const SoundFile = lazy(() => parts().then(({ SoundFile }) => ({ default: SoundFile })));
const FilmFile = lazy(() => parts().then(({ FilmFile }) => ({ default: FilmFile })));
const Columns = lazy(() => import('../files/Columns'));
const Citation = lazy(() => import('../files/Citation'));
const PythonFile = lazy(() => import('../python/PythonFile'));

export default function ExportDialog() {
  const results = useResults();
  const { experiment, frames } = results;
  // a file holds all scores, those that nobody has looked at, too
  useLook(ALL_SCORES);
  const without = useLab(generationsWithout);
  const { isComputing, problem } = useStore(labStore.laterScores.store);
  const waits = without > 0 && isComputing;
  const waitId = useId();
  const name = `mad-lab-${experiment.model}-seed-${experiment.seed}`;
  const [open, setOpen] = useState({ columns: false, citation: false });

  return (
    <Dialog title="Export">
      <h3>Pictures</h3>
      <Late fallback={<p>Drawing…</p>} failed={<p role="alert">The pictures could not be loaded; CSV and JSON can be saved.</p>}>
        <FigureChoice results={results} name={name} />
      </Late>
      <h3>Numbers</h3>
      <p>
        {frames.length === 0
          ? 'Nothing has been computed yet, so the files will hold the experiment alone.'
          : `The files hold ${frames.length === 1 ? 'the one generation' : `the ${frames.length} generations`} computed so far, with the experiment and its link.`}{' '}
        CSV has one row for each generation, loop and replicate; JSON has the samples, too.
      </p>
      <p id={waitId} className="mute" role="status">
        {waits &&
          `Scores that nobody has looked at so far are computed for ${without === 1 ? 'one more generation' : `${without} more generations`}.`}
        {without > 0 && !waits && problem !== '' && `Some scores are not in it: ${problem}`}
      </p>
      <div className={buttons.buttons}>
        <button type="button" disabled={waits} aria-describedby={waitId} onClick={() => download(`${name}.csv`, 'text/csv', toCsv(results))}>
          Save CSV
        </button>
        <button
          type="button"
          disabled={waits}
          aria-describedby={waitId}
          onClick={() => download(`${name}.json`, 'application/json', toJson(results))}
        >
          Save JSON
        </button>
        <OpenFileButton />
      </div>
      <p className="mute">Both open again, by this button or dropped anywhere on the page.</p>
      <details className={styles.folded} onToggle={(event) => setOpen({ ...open, columns: event.currentTarget.open })}>
        <summary>What the columns of the CSV hold</summary>
        {open.columns && (
          <Late failed={<p role="alert">The words could not be loaded.</p>}>
            <Columns results={results} />
          </Late>
        )}
      </details>
      <details className={styles.folded} onToggle={(event) => setOpen({ ...open, citation: event.currentTarget.open })}>
        <summary>Cite this run</summary>
        {open.citation && (
          <Late failed={<p role="alert">The entry could not be loaded.</p>}>
            <Citation results={results} />
          </Late>
        )}
      </details>
      <h3>Sound</h3>
      <Late failed={<p role="alert">The sound could not be loaded; pictures and numbers can be saved.</p>}>
        <SoundFile results={results} name={name} />
      </Late>
      <h3>Film</h3>
      <Late failed={<p role="alert">The film could not be loaded; pictures and numbers can be saved.</p>}>
        <FilmFile results={results} name={name} />
      </Late>
      <h3>Python</h3>
      <Late failed={<p role="alert">The program could not be loaded; pictures and numbers can be saved.</p>}>
        <PythonFile results={results} name={name} />
      </Late>
      <h3>One file</h3>
      <OneFile results={results} name={name} />
    </Dialog>
  );
}
