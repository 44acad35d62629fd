import { Fragment, useLayoutEffect, useRef } from 'react';
import buttons from '../forms/Buttons.module.css';
import { Code } from './Code';
import styles from './FullCode.module.css';

interface FullCodeProps {
  readonly size: number;
  readonly outline: string;
  readonly link: string;
  readonly onClose: () => void;
}

/** Where a link is best broken. */
const piecesOf = (link: string) => link.split(/(?<=[&,?])/);

/** A code for the back row: as large as the screen, with its link to type. */
export function FullCode({ link, onClose, ...code }: FullCodeProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element?.open === false) element.showModal();
    // closed while it is still on the page: the focus then goes back to where it was
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className={styles.full} aria-label="QR code on the full screen" onClose={() => !dialog.current?.open && onClose()}>
      <div className={styles.code}>
        <Code {...code} />
      </div>
      <div className={styles.words}>
        <button type="button" className={buttons.close} onClick={onClose} aria-label="Close the full screen">
          ×
        </button>
        <p>
          {piecesOf(link).map((piece, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text
            <Fragment key={at}>
              {piece}
              <wbr />
            </Fragment>
          ))}
        </p>
      </div>
    </dialog>
  );
}
