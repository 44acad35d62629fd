import { type ReactNode, useEffect, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './Explain.module.css';
import { usePopover } from './usePopover';
import type { Subject } from './words';

type Explanation = typeof import('./Explanation').default;

/** Words and formulas are many, and nobody needs them before the first one. */
let Loaded: Explanation | null = null;

interface ExplainProps {
  readonly of: Subject;
  /** which way is good */
  readonly direction?: string;
  /** what holds for this run alone */
  readonly remarks?: readonly string[];
  /** the button's name where its text alone would be taken for the control itself */
  readonly name?: string;
  /** Of the control that it stands at: opens over the word where there is room, so as not to cover it, and by a key from there instead of being a Tab stop (keyboard.ts). */
  readonly ofControl?: boolean;
  /** why that control is locked, in words: its word takes its place as a Tab stop then */
  readonly locked?: string;
  readonly children: ReactNode;
}

/** Before popovers a fixed box is held by whatever contains its layout, as charts do: there it stands in no part of the page. */
function placeFor(term: Element | null): Element {
  const around = 'showPopover' in HTMLElement.prototype ? 'section, figure' : 'dialog';
  return term?.closest(around) ?? document.body;
}

/** A word that explains itself when it is pressed. */
export function Explain({ of, direction = '', remarks = [], name, ofControl = false, locked = '', children }: ExplainProps) {
  const { open, term, note, onTerm, onNote } = usePopover(ofControl);
  const Body = useExplanation(open);
  const noteId = useId();
  return (
    <>
      <button
        ref={term}
        type="button"
        className={styles.term}
        data-term
        {...(ofControl && locked === '' && { tabIndex: -1 })}
        title={locked || undefined}
        aria-label={name}
        aria-expanded={open}
        aria-describedby={open && Body !== null ? noteId : undefined}
        {...onTerm}
      >
        {children}
      </button>
      {open &&
        // beside the word it would become part of a heading's or a legend's name
        createPortal(
          <div ref={note} id={noteId} popover="manual" className={`popup ${styles.note}`} {...onNote}>
            {Body ? (
              <Body of={of} direction={direction} remarks={remarks} />
            ) : (
              <p>{Body === null ? '…' : 'The explanation could not be loaded: the connection may be gone. Reload the page to try again.'}</p>
            )}
          </div>,
          placeFor(term.current),
        )}
    </>
  );
}

/** What explains, fetched when the first note opens: null until it is there, false where it did not come. */
function useExplanation(open: boolean): Explanation | null | false {
  const [loaded, setLoaded] = useState(Loaded !== null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!open || Loaded) return setLoaded(Loaded !== null);
    import('./Explanation').then(
      (module) => {
        Loaded = module.default;
        setLoaded(true);
      },
      () => setFailed(true),
    );
  }, [open]);
  return (loaded && Loaded) || (failed ? false : null);
}
