import { useStore } from 'zustand';
import { classFileOf } from '../../lessons/collect/classFile';
import { CLASS_COLUMNS, classRows } from '../../lessons/collect/classTable';
import { download } from '../files/download';
import buttons from '../forms/Buttons.module.css';
import { tableOf } from '../lesson/workFile';
import styles from './Collect.module.css';
import { type ClassHere, seenOf } from './classHere';
import { classRuns, collectStore } from './collectStore';

function saveTable({ lesson, edition, seats }: ClassHere): void {
  const rows = classRows(lesson, edition, seats, seenOf(lesson));
  download(`class-${lesson.id}.csv`, 'text/csv', tableOf(rows, CLASS_COLUMNS));
}

function saveClass(): void {
  const { gathered, counting } = collectStore.getState();
  download('class.json', 'application/json', `${JSON.stringify(classFileOf(gathered, counting), null, 1)}\n`);
}

/** Nothing is kept but what is saved here. */
export function Keep({ here }: { here: ClassHere }) {
  const isComputing = useStore(classRuns, ({ runs }) => [...runs.values()].some(({ isWhole, problem }) => !isWhole && problem === null));
  return (
    <section aria-label="Save the class" data-off-paper>
      <div className={`${buttons.buttons} ${styles.keep}`}>
        <button type="button" onClick={saveClass}>
          Save the class
        </button>
        <button type="button" onClick={() => saveTable(here)}>
          Save table (CSV)
        </button>
        <button type="button" onClick={() => print()}>
          Print
        </button>
      </div>
      <p className="mute">
        The saved class opens again when it is dropped here. Table and paper have every question; paper has what the runs give where it is shown.
        {isComputing && ' Some runs are still being computed: until then the table has no numbers of theirs.'}
      </p>
    </section>
  );
}
