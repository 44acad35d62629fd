import { useId, useRef, useState } from 'react';
import { copyText } from '../copyText';
import buttons from '../forms/Buttons.module.css';
import fields from '../forms/Fields.module.css';

/** What the film shows, in words, to copy to where it is shown. */
export function AltText({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const id = useId();
  const copy = async () => {
    const copied = await copyText(field.current);
    setSaid(copied ? 'Copied: the alt text is on the clipboard.' : 'The browser refused to copy. The text is selected: press Ctrl+C or ⌘C.');
  };
  return (
    <>
      <p>
        <label htmlFor={id}>Alt text: what is seen, for those who can’t see it. Paste it where you show the film.</label>
      </p>
      <textarea ref={field} id={id} className={fields.text} readOnly rows={4} value={text} onFocus={(event) => event.target.select()} />
      <div className={buttons.buttons}>
        <button type="button" onClick={() => void copy()}>
          Copy alt text
        </button>
      </div>
      <p role="status" className="mute">
        {said}
      </p>
    </>
  );
}
