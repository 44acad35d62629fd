import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { MetricDescription } from '../../engine/contracts';
import styles from './Charts.module.css';
import { betterWords } from './summary';

const MARGIN = 12;
const WIDTH = 340;

/** A score's name that explains it: on hover, focus and tap. A term, not a button, for it does nothing else. */
export function ScoreWords({ metric, remarks, children }: { metric: MetricDescription; remarks: readonly string[]; children: ReactNode }) {
  const term = useRef<HTMLElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const [pinned, setPinned] = useState(false);
  const noteId = useId();

  const show = () => {
    const [anchor, element] = [term.current, note.current];
    if (!anchor || !element || element.matches(':popover-open')) return;
    const box = anchor.getBoundingClientRect();
    const width = Math.min(WIDTH, innerWidth - 2 * MARGIN);
    element.style.width = `${width}px`;
    element.style.left = `${Math.min(innerWidth - width - MARGIN, Math.max(MARGIN, box.left))}px`;
    element.showPopover();
    const fitsBelow = box.bottom + 6 + element.offsetHeight < innerHeight - MARGIN;
    element.style.top = `${fitsBelow ? box.bottom + 6 : Math.max(MARGIN, box.top - 6 - element.offsetHeight)}px`;
  };
  const hide = () => {
    setPinned(false);
    if (note.current?.matches(':popover-open')) note.current.hidePopover();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') hide();
  };

  return (
    <>
      <dfn
        ref={term}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be reachable by keyboard
        tabIndex={0}
        className={styles.name}
        aria-describedby={noteId}
        onPointerEnter={(event) => event.pointerType === 'mouse' && show()}
        onPointerLeave={() => !pinned && hide()}
        onFocus={show}
        onBlur={hide}
        onClick={() => {
          show();
          setPinned(true);
        }}
        onKeyDown={onKeyDown}
      >
        {children}
      </dfn>
      <div ref={note} id={noteId} popover="manual" className={styles.note}>
        <p>{metric.meaning}</p>
        <p className={styles.formula}>{metric.formula}</p>
        {betterWords(metric) !== '' && <p>On this score, {betterWords(metric)}.</p>}
        {metric.trap !== '' && (
          <p>
            <strong>Beware:</strong> {metric.trap}
          </p>
        )}
        {remarks.map((remark) => (
          <p key={remark}>{remark}</p>
        ))}
        <p className={styles.source}>{metric.source}</p>
      </div>
    </>
  );
}
