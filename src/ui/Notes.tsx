import type { Note } from '../engine/experiment';
import { labStore } from '../store/labStore';
import { useLab } from '../store/useLab';
import { openDialog, useDialogsAreThere } from './dialogs/openDialog';
import buttons from './forms/Buttons.module.css';
import styles from './Notes.module.css';
import { noteText } from './text/noteText';

/** The way to a text that a link lost, or never had. */
function WriteButton() {
  const asks = useDialogsAreThere();
  if (!asks) return null;
  return (
    <button type="button" className="textButton" onClick={() => openDialog('write')}>
      Put the text in
    </button>
  );
}

/** More would push the figure of a phone off the screen. */
const SHOWN_AT_ONCE = 2;

const lines = (notes: readonly Note[]) => (
  <ul>
    {notes.map((note) => (
      <li key={`${note.key} ${note.value} ${note.message}`}>
        {noteText(note)} {note.key === 'text' && <WriteButton />}
      </li>
    ))}
  </ul>
);

/** What was repaired in the link, and other things worth a line. */
export function Notes() {
  const notes = useLab((state) => state.notes);
  if (notes.length === 0) return null;
  const more = notes.slice(SHOWN_AT_ONCE);
  return (
    <section className={styles.notes} aria-label="Notes">
      <div>
        {lines(notes.slice(0, SHOWN_AT_ONCE))}
        {more.length > 0 && (
          <details>
            <summary>{more.length === 1 ? 'One more note' : `${more.length} more notes`}</summary>
            {lines(more)}
          </details>
        )}
      </div>
      <button type="button" className={buttons.quiet} onClick={() => labStore.getState().dismissNotes()}>
        Dismiss
      </button>
    </section>
  );
}
