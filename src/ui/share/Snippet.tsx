import { useRef, useState } from 'react';
import { copyText } from '../copyText';
import type { Figure } from '../figures/figurePage';
import { toPng } from '../figures/toPng';
import { download } from '../files/download';
import buttons from '../forms/Buttons.module.css';
import fields from '../forms/Fields.module.css';

interface SnippetProps {
  readonly snippet: string;
  /** what the poster shows, and the name of its file without its ending */
  readonly figure: Figure;
  readonly name: string;
  /** the file that the snippet names */
  readonly poster: string;
  readonly onPoster: (kind: 'png' | 'svg') => void;
}

/** The snippet to copy, and the poster that it expects to save. */
export function Snippet({ snippet, figure, name, poster, onPoster }: SnippetProps) {
  const [said, setSaid] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);

  const copy = async () => {
    const copied = await copyText(field.current);
    setSaid(copied ? 'Copied: the snippet is on the clipboard.' : 'The browser refused to copy. The snippet is selected: press Ctrl+C or ⌘C.');
  };

  const savePng = async () => {
    onPoster('png');
    try {
      download(`${name}.png`, 'image/png', await toPng(figure));
      setSaid(`Saved ${name}.png.`);
    } catch (error) {
      setSaid(`The PNG could not be made (${error instanceof Error ? error.message : error}). The SVG holds the same picture.`);
    }
  };

  const saveSvg = () => {
    onPoster('svg');
    download(`${name}.svg`, 'image/svg+xml', figure.svg);
    setSaid(`Saved ${name}.svg.`);
  };

  return (
    <>
      <textarea
        ref={field}
        className={fields.text}
        aria-label="Snippet"
        readOnly
        rows={7}
        spellCheck={false}
        value={snippet}
        onFocus={(event) => event.target.select()}
      />
      <div className={buttons.buttons}>
        <button type="button" className={buttons.primary} onClick={() => void copy()}>
          Copy snippet
        </button>
        <button type="button" onClick={() => void savePng()}>
          Save poster PNG
        </button>
        <button type="button" onClick={saveSvg}>
          Save poster SVG
        </button>
      </div>
      <p className="mute">
        The poster is a picture for readers whose page shows no scripts.{' '}
        {/^https?:/.test(poster) ? 'The snippet takes it from this site.' : `Upload it beside the article; the snippet expects ${poster}.`}
      </p>
      <p role="status">{said}</p>
    </>
  );
}
