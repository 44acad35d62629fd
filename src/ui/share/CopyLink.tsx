import { useRef, useState } from 'react';
import { copyText } from '../copyText';
import buttons from '../forms/Buttons.module.css';
import fields from '../forms/Fields.module.css';
import styles from './Share.module.css';

const SAID = {
  no: '',
  yes: 'Copied: the link is on the clipboard.',
  refused: 'The browser refused to copy. The link is selected: press Ctrl+C or ⌘C.',
};

/** A link to read and to copy; with another link it is not copied yet (`key`). */
export function CopyLink({ link, name = 'Link', word = 'Copy link' }: { link: string; name?: string; word?: string }) {
  const [copied, setCopied] = useState<keyof typeof SAID>('no');
  const field = useRef<HTMLInputElement>(null);

  const copy = async () => {
    setCopied((await copyText(field.current)) ? 'yes' : 'refused');
  };

  return (
    <>
      <div className={`${buttons.buttons} ${styles.row}`}>
        <input ref={field} className={fields.field} aria-label={name} readOnly value={link} onFocus={(event) => event.target.select()} />
        <button type="button" className={buttons.primary} onClick={() => void copy()}>
          {copied === 'yes' ? 'Copied' : word}
        </button>
      </div>
      <p className={copied === 'refused' ? undefined : 'visuallyHidden'} aria-live="polite">
        {SAID[copied]}
      </p>
    </>
  );
}
