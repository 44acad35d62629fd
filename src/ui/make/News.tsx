import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import styles from './Make.module.css';
import { dismiss, makeStore, putBack, takeUp } from './makeStore';

/** What happened, and the way back from what was taken away. */
export function News() {
  const { removed, before, news, problems } = useStore(makeStore);
  const isNews = removed !== null || before !== null || news !== null || problems.length > 0;
  const back = useRef<HTMLButtonElement>(null);
  const wasRemoved = useRef(removed);
  // what had the focus is gone: the way back has it, and after it the form
  useEffect(() => {
    if (removed) back.current?.focus({ preventScroll: true });
    else if (wasRemoved.current && document.activeElement === document.body)
      document.querySelector<HTMLElement>('main h2')?.focus({ preventScroll: true });
    wasRemoved.current = removed;
  }, [removed]);
  return (
    <div className={styles.news} role="status">
      {news !== null && <p>{news}</p>}
      {removed && (
        <p>
          {removed.what}.{' '}
          <button ref={back} type="button" className="textButton" onClick={putBack}>
            Put it back
          </button>
        </p>
      )}
      {before && (
        <p>
          “{before.title === '' ? 'The lesson before' : before.title}” is put away.{' '}
          <button type="button" className="textButton" onClick={takeUp}>
            Take it up again
          </button>
        </p>
      )}
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
      {isNews && (
        <button type="button" className="textButton" onClick={dismiss}>
          Dismiss
        </button>
      )}
    </div>
  );
}
