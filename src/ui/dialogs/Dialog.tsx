import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import buttons from '../forms/Buttons.module.css';
import styles from './Dialog.module.css';
import { closeDialog, useTurn } from './openDialog';

const WIDTHS = { text: '', wide: styles.wide, full: styles.full } as const;

interface DialogProps {
  readonly title: string;
  readonly width?: keyof typeof WIDTHS;
  readonly children: ReactNode;
}

/** A native modal dialog; Escape, the button and a click beside it close it. */
export function Dialog({ title, width = 'text', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // one that Escape has closed just now may be asked for before the browser says that it is closed
  const turn = useTurn();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn asks for it anew
  useLayoutEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, [turn]);

  // closed while it is still on the page: the focus then goes back to where it was
  useLayoutEffect(() => {
    const element = dialog.current;
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${WIDTHS[width]}`}
      aria-labelledby={titleId}
      onClose={() => !dialog.current?.open && closeDialog()}
      onClick={(event) => event.target === dialog.current && closeDialog()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={styles.inside}>
        <div className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={buttons.close} onClick={closeDialog} aria-label="Close">
            ×
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
