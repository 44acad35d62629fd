import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import buttons from '../forms/Buttons.module.css';
import fields from '../forms/Fields.module.css';
import styles from './Collect.module.css';
import { collectStore, takeFiles, takeText } from './collectStore';

function Ways() {
  const files = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const add = () => {
    void takeText(text);
    setText('');
  };
  return (
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
  );
}

/** How work comes in; folded once some is here. */
export function Bring({ hasWork }: { hasWork: boolean }) {
  const { works, reading, gathered } = useStore(collectStore);
  const seats = gathered.reduce((sum, one) => sum + one.seats.length, 0);
  const said =
    reading > 0
      ? 'Reading…'
      : works.length === 0
        ? ''
        : `${works.length} ${works.length === 1 ? 'work has' : 'works have'} come in, from ${seats} ${seats === 1 ? 'desk' : 'desks'}.`;
  return (
    <div data-off-paper>
      {hasWork ? (
        <details className={styles.fold}>
          <summary>Add work</summary>
          <Ways />
        </details>
      ) : (
        <>
          <p className={styles.first}>
            Pupils save their work in a lesson by <em>Save my work</em>, as a link, a file or a table. Here these become one picture and one table of
            the class.
          </p>
          <Ways />
        </>
      )}
      <p className="mute" role="status">
        {said}
      </p>
      <p className="mute">
        All of it stays on this computer, nothing is sent, and no names are asked for. It is here until this page is closed or reloaded: save the
        class to have it again.
      </p>
    </div>
  );
}
