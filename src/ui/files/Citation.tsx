import { useRef, useState } from 'react';
import { copyText } from '../copyText';
import buttons from '../forms/Buttons.module.css';
import fields from '../forms/Fields.module.css';
import { bibtexOf } from './bibtex';
import type { Results } from './results';

/** The run as an entry for BibTeX, to copy. */
export default function Citation({ results }: { results: Results }) {
  const [said, setSaid] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const entry = bibtexOf(results);

  const copy = async () => {
    const copied = await copyText(field.current);
    setSaid(copied ? 'Copied: the entry is on the clipboard.' : 'The browser refused to copy. The entry is selected: press Ctrl+C or ⌘C.');
  };

  return (
    <>
      <textarea
        ref={field}
        className={fields.text}
        aria-label="BibTeX"
        readOnly
        rows={9}
        spellCheck={false}
        value={entry}
        onFocus={(event) => event.target.select()}
      />
      <div className={buttons.buttons}>
        <button type="button" onClick={() => void copy()}>
          Copy BibTeX
        </button>
      </div>
      <p role="status">{said}</p>
    </>
  );
}
