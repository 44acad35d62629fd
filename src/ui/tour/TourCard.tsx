import { useEffect, useId, useRef } from 'react';
import { labStore } from '../../store/labStore';
import { RUN_STEP, STEPS } from './steps';
import styles from './Tour.module.css';
import { endTour, moveTour, passTour, useTour } from './tourStore';
import { useTourTarget } from './useTourTarget';

/** These have their own use for Escape. */
const USES_ESCAPE = 'input[type=text], header details[open]';
const POPPED_UP = 'dialog[open], [popover]:popover-open';

function skipOnEscape(event: KeyboardEvent): void {
  const target = event.target instanceof Element ? event.target : document.body;
  if (event.key === 'Escape' && !target.closest(USES_ESCAPE) && !document.querySelector(POPPED_UP)) endTour();
}

/** The focus goes back to where it was before the tour, or to the one obvious button. */
function useReturnOfFocus(card: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = card.current;
    const before = document.activeElement;
    return () => {
      // the card is gone by now, and the focus with it
      if (element?.isConnected || (document.activeElement && document.activeElement !== document.body)) return;
      const back = before instanceof HTMLElement && before !== document.body && before.isConnected ? before : null;
      (back ?? document.querySelector<HTMLElement>('section[aria-label="Controls"] button'))?.focus({ preventScroll: true });
    };
  }, [card]);
}

/** A small card beside what it speaks of; the page stays as usable as without it. */
export default function TourCard() {
  const { step, asked } = useTour();
  const card = useRef<HTMLDivElement>(null);
  const id = useId();
  const at = step ?? 0;
  const { title, text, targets } = STEPS[at] ?? STEPS[0];

  useReturnOfFocus(card);
  useTourTarget(card, targets, asked);

  useEffect(() => {
    if (asked) card.current?.focus({ preventScroll: true });
  }, [asked, at]);

  useEffect(() => {
    // before the listeners that close what has popped up
    addEventListener('keydown', skipOnEscape, { capture: true });
    const stop = labStore.subscribe(({ run }, before) => {
      if (run.status === 'running' && before.run.status !== 'running') passTour(RUN_STEP);
    });
    return () => {
      removeEventListener('keydown', skipOnEscape, { capture: true });
      stop();
    };
  }, []);

  return (
    // biome-ignore lint/a11y/useSemanticElements: <dialog> would take the focus as it opens, and hold the page's keys
    <div ref={card} role="dialog" aria-labelledby={`${id}title`} aria-describedby={`${id}text`} tabIndex={-1} className={styles.card}>
      <p className={styles.progress}>
        {at + 1} of {STEPS.length}
      </p>
      <h2 id={`${id}title`} className={styles.title}>
        {title}
      </h2>
      <p id={`${id}text`}>{text}</p>
      <div className={styles.buttons}>
        <button type="button" className={styles.next} onClick={() => moveTour(1)}>
          {at === STEPS.length - 1 ? 'Done' : 'Next'}
        </button>
        {at > 0 && (
          <button type="button" onClick={() => moveTour(-1)}>
            Back
          </button>
        )}
        {at < STEPS.length - 1 && (
          <button type="button" className={styles.skip} onClick={endTour}>
            Skip
          </button>
        )}
      </div>
    </div>
  );
}
