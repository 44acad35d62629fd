import { type RefObject, useEffect, useId, useRef } from 'react';
import { labStore } from '../../store/labStore';
import buttons from '../forms/Buttons.module.css';
import { RUN_BUTTON, RUN_STEP, STEPS } from './steps';
import styles from './Tour.module.css';
import { endTour, goToStep, passTour, useTour } from './tourStore';
import { useTourTarget } from './useTourTarget';

/** These have their own use for Escape. */
const USES_ESCAPE = 'input[type=text], textarea, header details[open], [role=grid]';
/** An explanation is in the page only while it is open. */
const POPPED_UP = 'dialog[open], [popover]';

function skipOnEscape(event: KeyboardEvent): void {
  const target = event.target instanceof Element ? event.target : document.body;
  if (event.key === 'Escape' && !target.closest(USES_ESCAPE) && !document.querySelector(POPPED_UP)) endTour();
}

const nothingHasFocus = () => document.activeElement === null || document.activeElement === document.body;

/** To the card as it opens; after it back to where it was, or to the one obvious button. */
function useFocus(card: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = card.current;
    const before = document.activeElement;
    element?.focus({ preventScroll: true });
    return () => {
      // the card is gone by now, and the focus with it
      if (element?.isConnected || !nothingHasFocus()) return;
      const back = before instanceof HTMLElement && before !== document.body && before.isConnected ? before : null;
      (back ?? document.querySelector<HTMLElement>(RUN_BUTTON))?.focus({ preventScroll: true });
    };
  }, [card]);
}

/** A small card beside what it speaks of; the page stays as usable as without it. */
export default function TourCard() {
  const { step, asked } = useTour();
  const card = useRef<HTMLDivElement>(null);
  const id = useId();
  const at = step ?? 0;
  const last = at === STEPS.length - 1;
  const { title, text, targets } = STEPS[at] ?? STEPS[0];

  useFocus(card);
  useTourTarget(card, targets, asked);

  useEffect(() => {
    // Back is not there on the first step, and took the focus with it
    if (at === 0 && nothingHasFocus()) card.current?.focus({ preventScroll: true });
  }, [at]);

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

  // not <dialog>: it would hold the page's keys, and the page is to be used beside it
  return (
    <div
      ref={card}
      role="dialog"
      aria-labelledby={`${id}step ${id}title`}
      aria-describedby={`${id}text`}
      tabIndex={-1}
      className={`popup ${styles.card}`}
      data-tour={at + 1}
    >
      <div aria-live="polite" aria-atomic="true">
        <p id={`${id}step`} className={styles.progress}>
          Step {at + 1} of {STEPS.length}
        </p>
        <h2 id={`${id}title`} className={styles.title}>
          {title}
        </h2>
        <p id={`${id}text`}>{text}</p>
      </div>
      <div className={`${buttons.buttons} ${styles.buttons}`}>
        <button type="button" className={buttons.primary} onClick={() => (last ? endTour() : goToStep(at + 1))}>
          {last ? 'Done' : 'Next'}
        </button>
        {at > 0 && (
          <button type="button" onClick={() => goToStep(at - 1)}>
            Back
          </button>
        )}
        {!last && (
          <button type="button" className={styles.skip} onClick={endTour}>
            Skip the tour
          </button>
        )}
      </div>
    </div>
  );
}
