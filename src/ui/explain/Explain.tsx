import { lazy, type ReactNode, useId } from 'react';
import { createPortal } from 'react-dom';
import { Late } from '../Late';
import styles from './Explain.module.css';
import { usePopover } from './usePopover';

// MathML is long, and nobody needs it before the first explanation
const Formula = lazy(() => import('./Formula'));

export interface Words {
  readonly meaning: string;
  /** which way is good, or what moving a control does */
  readonly direction: string;
  readonly latex: string;
  readonly symbols: string;
  readonly trap: string;
  /** what holds for this run alone */
  readonly remarks?: readonly string[];
  readonly source: string;
}

interface ExplainProps {
  readonly words: Words;
  /** the button's name where its text alone would be taken for the control itself */
  readonly name?: string;
  /** opens over the word where there is room, so as not to cover the control below it */
  readonly above?: boolean;
  readonly children: ReactNode;
}

/** Before popovers a fixed box is held by whatever contains its layout, as charts do: there it stands in no part of the page. */
function placeFor(term: Element | null): Element {
  const around = 'showPopover' in HTMLElement.prototype ? 'section, figure' : 'dialog';
  return term?.closest(around) ?? document.body;
}

/** A word that explains itself: on hover, focus and tap. */
export function Explain({ words, name, above = false, children }: ExplainProps) {
  const { open, term, note, onTerm, onNote } = usePopover(above);
  const noteId = useId();
  return (
    <>
      <button
        ref={term}
        type="button"
        className={styles.term}
        aria-label={name}
        aria-expanded={open}
        aria-describedby={open ? noteId : undefined}
        {...onTerm}
      >
        {children}
      </button>
      {open &&
        // beside the word it would become part of a heading's or a legend's name
        createPortal(
          <div ref={note} id={noteId} popover="manual" className={`popup ${styles.note}`} {...onNote}>
            <Explanation words={words} />
          </div>,
          placeFor(term.current),
        )}
    </>
  );
}

function Explanation({ words: { meaning, direction, latex, symbols, trap, remarks = [], source } }: { words: Words }) {
  return (
    <>
      <p>{meaning}</p>
      {direction !== '' && <p>{direction}</p>}
      {latex !== '' && (
        <Late failed={<p>The formula could not be loaded.</p>}>
          <Formula latex={latex} />
        </Late>
      )}
      {symbols !== '' && <p className={styles.symbols}>{symbols}</p>}
      {trap !== '' && (
        <p>
          <strong>Beware:</strong> {trap}
        </p>
      )}
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      <p className={styles.source}>Source: {source}</p>
    </>
  );
}
