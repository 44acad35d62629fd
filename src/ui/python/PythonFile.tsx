import { useId, useRef, useState } from 'react';
import { pythonOf } from '../../python/pythonOf';
import { whyNotPython } from '../../python/whyNot';
import { version } from '../../version';
import { copyText } from '../copyText';
import folds from '../dialogs/Dialog.module.css';
import { download } from '../files/download';
import type { Results } from '../files/results';
import buttons from '../forms/Buttons.module.css';
import fields from '../forms/Fields.module.css';
import styles from './PythonFile.module.css';
import { loadText } from './realText';

/** The experiment as a program of its own, or why there is none. */
export default function PythonFile({ results: { experiment, link }, name }: { results: Results; name: string }) {
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const whyId = useId();
  const why = whyNotPython(experiment);

  const write = async (use: (program: string) => void) => {
    try {
      use(await pythonOf(experiment, { link, version }, loadText));
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };
  const save = (program: string) => {
    download(`${name}.py`, 'text/x-python', program);
    setSaid(`Saved. Start it with: python3 ${name}.py`);
  };
  const copy = async () => {
    const copied = await copyText(field.current);
    setSaid(copied ? 'Copied: the program is on the clipboard.' : 'The browser refused to copy. The program is selected: press Ctrl+C or ⌘C.');
  };

  return (
    <>
      <p>
        The same experiment as one commented file of at most 120 lines to read, run and change: start it with python3, numpy is all it needs. Its
        random numbers are its own.
      </p>
      {why !== null && (
        <p id={whyId} className="mute">
          {why}
        </p>
      )}
      <div className={buttons.buttons}>
        <button type="button" disabled={why !== null} aria-describedby={why === null ? undefined : whyId} onClick={() => void write(save)}>
          Save Python
        </button>
      </div>
      {why === null && (
        <details className={folds.folded} onToggle={(event) => event.currentTarget.open && text === '' && void write(setText)}>
          <summary>Read the program</summary>
          {text !== '' && (
            <>
              <textarea
                ref={field}
                className={`${fields.text} ${styles.program}`}
                aria-label="Program in Python"
                readOnly
                rows={16}
                wrap="off"
                spellCheck={false}
                value={text}
              />
              <div className={buttons.buttons}>
                <button type="button" onClick={() => void copy()}>
                  Copy Python
                </button>
              </div>
            </>
          )}
        </details>
      )}
      <p role="status" className="mute">
        {said}
      </p>
    </>
  );
}
