import { useEffect, useId, useRef } from 'react';
import { SCHEMA } from '../../engine/experiment';
import { cleanText, LONGEST_TEXT } from '../../engine/text/ownText';
import { thousands } from '../../format';
import { changeDraft } from '../../store/draft';
import { labStore } from '../../store/labStore';
import { useLab } from '../../store/useLab';
import { Dialog } from '../dialogs/Dialog';
import { closeDialog } from '../dialogs/openDialog';
import buttons from '../forms/Buttons.module.css';
import choices from '../forms/Choices.module.css';
import fields from '../forms/Fields.module.css';
import own from '../forms/OwnData.module.css';
import { hasRun } from '../runs';
import styles from './Write.module.css';
import {
  chooseForm,
  fillExample,
  formOf,
  openWritten,
  receiveTextFile,
  refuseLongText,
  takeBack,
  takeWritten,
  useWritten,
  write,
} from './writtenStore';
import { countWords, type Form, linkWords, refusalWords } from './writtenWords';

const FORMS: Readonly<Record<Form, string>> = { lines: 'each line is a sample, as in a list', running: 'one text, which is gone on with' };

function apply(): void {
  const taken = takeWritten();
  if (!taken) return;
  const { draft, open } = labStore.getState();
  const { experiment, notes } = changeDraft(draft, { dataset: 'own-text', ...taken });
  closeDialog();
  open(experiment, notes);
}

/** Text into the field: from a file, or an example. */
function Sources() {
  const { before } = useWritten();
  const file = useRef<HTMLInputElement>(null);
  return (
    <div className={buttons.buttons}>
      <button type="button" onClick={() => file.current?.click()}>
        Choose a file
      </button>
      <button type="button" onClick={fillExample}>
        Fill in an example
      </button>
      {before !== null && (
        <button type="button" onClick={takeBack}>
          Back to the text from before
        </button>
      )}
      <input
        ref={file}
        type="file"
        hidden
        accept=".txt,.csv,text/plain,text/csv"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          // the same file again, once it is corrected, is news too
          event.target.value = '';
          if (chosen) void receiveTextFile(chosen);
        }}
      />
    </div>
  );
}

/** Fetched when it is first opened. */
export default function WriteDialog() {
  const written = useWritten();
  const { text, report } = written;
  const form = formOf(written);
  const clean = cleanText(text);
  const endsRun = useLab(hasRun);
  const hintId = useId();
  const answer = useRef<HTMLParagraphElement>(null);
  useEffect(openWritten, []);
  useEffect(() => {
    if (report?.isProblem) answer.current?.scrollIntoView({ block: 'nearest' });
  }, [report]);
  return (
    <Dialog title="Your own text">
      <p id={hintId}>
        Names, words, verses or prose: a model learns to write more of it. Type, paste, or drop a .txt or .csv file, up to {thousands(LONGEST_TEXT)}{' '}
        characters.
      </p>
      <p>
        <strong>Nothing leaves this page.</strong>{' '}
        <span className="mute">The text stays in your browser. Only files that you save and links that you share take it along.</span>
      </p>
      <div className={styles.written}>
        <textarea
          aria-label="Your own text"
          aria-describedby={hintId}
          className={fields.text}
          rows={9}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          placeholder={'one line for each name or word,\nor a text as it runs'}
          value={text}
          onChange={(event) => write(event.target.value)}
          onPaste={(event) => {
            if (refuseLongText(event.clipboardData.getData('text/plain'))) event.preventDefault();
          }}
        />
        <p className={styles.count} aria-live="polite">
          {countWords(text, clean, form)} {refusalWords(clean, form) === null && <span className="mute">{linkWords(clean)}</span>}
        </p>
      </div>
      <Sources />
      <fieldset className={`${choices.tabs} ${styles.forms}`}>
        <legend>{SCHEMA.form.label}</legend>
        {SCHEMA.form.options.map(({ id, name }) => (
          <label key={id} title={FORMS[id as Form]}>
            <input type="radio" name="form" checked={id === form} onChange={() => chooseForm(id as Form)} />
            <span>{name}</span>
          </label>
        ))}
        <span className={styles.form}>{FORMS[form]}</span>
      </fieldset>
      <p ref={answer} role="alert" className={own.problem}>
        {report?.isProblem ? report.words : ''}
      </p>
      <p className="visuallyHidden" aria-live="polite">
        {report && !report.isProblem ? report.words : ''}
      </p>
      <div className={buttons.buttons}>
        <button type="button" className={buttons.primary} onClick={apply}>
          Use this text
        </button>
        <button type="button" onClick={closeDialog}>
          Cancel
        </button>
        {endsRun && <span className={own.warning}>This ends the run on the page.</span>}
      </div>
    </Dialog>
  );
}
