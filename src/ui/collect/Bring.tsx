import { useRef, useState } from 'react';
import buttons from '../forms/Buttons.module.css';
import fields from '../forms/Fields.module.css';
import styles from './Collect.module.css';
import { takeFiles, takeText } from './collectStore';

/** How work comes in. */
export function Bring() {
  const files = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const add = () => {
    void takeText(text);
    setText('');
  };
  return (
    <>
      <div className={styles.ways}>
        <div>
          <p>Drop the files of pupils’ work anywhere on this page, as many at once as there are:</p>
          <button type="button" className={buttons.quiet} onClick={() => files.current?.click()}>
            Choose files…
          </button>
          <input
            ref={files}
            type="file"
            multiple
            accept=".json,.csv,.txt,application/json,text/csv,text/plain"
            aria-label="Files of pupils’ work"
            hidden
            onChange={({ target }) => {
              void takeFiles([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </div>
        <div>
          <label>
            Or paste their links, with whatever stands between them:
            <textarea className={fields.text} rows={2} value={text} onChange={({ target }) => setText(target.value)} />
          </label>
          <button type="button" className={buttons.quiet} disabled={text.trim() === ''} onClick={add}>
            Add links
          </button>
        </div>
      </div>
      <p className="mute">
        All of it stays on this computer, nothing is sent, and no names are asked for. It is here until this page is closed or reloaded: save the
        class to have it again.
      </p>
    </>
  );
}
