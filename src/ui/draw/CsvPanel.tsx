import { useEffect, useId, useRef, useState } from 'react';
import { thousands } from '../../format';
import buttons from '../forms/Buttons.module.css';
import fields from '../forms/Fields.module.css';
import own from '../forms/OwnData.module.css';
import { ColumnChoice } from './ColumnChoice';
import styles from './Draw.module.css';
import { receiveFile, receiveText, refuseLongText, skipFaultyLines, useSketch } from './sketchStore';

/** Points as text: pasted, from a file, or dropped anywhere on the page. */
export function CsvPanel() {
  const report = useSketch((state) => state.report);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(report !== null);
  const file = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (report) answer.current?.scrollIntoView({ block: 'nearest' });
  }, [report]);
  return (
    <details className={styles.csv} open={open || report !== null} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Paste or drop a CSV</summary>
      <p id={hintId} className="mute">
        Two numbers a line, x and y, with a comma, semicolon, tab or space between them; the first line may hold names; up to 20,000 points. Of more
        columns, choose two. Or drop a .csv or .txt file anywhere on the page.
      </p>
      <textarea
        aria-label="Points as text"
        aria-describedby={hintId}
        className={fields.text}
        rows={4}
        spellCheck={false}
        placeholder={'x,y\n-1.5,0.2\n0.4,1.1'}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          if (refuseLongText(event.clipboardData.getData('text/plain'))) event.preventDefault();
        }}
      />
      <div className={buttons.buttons}>
        <button type="button" disabled={text.trim() === ''} onClick={() => void receiveText(text)}>
          Read the text
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          Choose a file
        </button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            // the same file again, once it is corrected, is news too
            event.target.value = '';
            if (chosen) void receiveFile(chosen);
          }}
        />
      </div>
      <div ref={answer} className={styles.answer}>
        {report?.isProblem && (
          <p role="alert" className={own.problem}>
            {report.words}
          </p>
        )}
        {report?.faulty !== undefined && (
          <div className={buttons.buttons}>
            <button type="button" onClick={() => void skipFaultyLines()}>
              {report.faulty === 1 ? 'Skip this line and use the rest' : `Skip ${thousands(report.faulty)} such lines and use the rest`}
            </button>
          </div>
        )}
        <p aria-live="polite">{report && !report.isProblem ? report.words : ''}</p>
      </div>
      <ColumnChoice />
    </details>
  );
}
