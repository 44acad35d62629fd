import { type RefObject, useEffect } from 'react';
import { labStore } from '../../store/labStore';
import { withNotes } from '../../store/notes';
import { hasRun, startRun } from '../runs';
import { pageView } from './pageView';

/** Says which values of the link's view keys could not be taken. */
export const noteView = (): void => labStore.setState((state) => withNotes(state, pageView.notes));

let isStarted = false;

/** Once for the page: a run that the reader started, or stopped, is left alone. */
function startOnce(): void {
  if (isStarted) return;
  isStarted = true;
  if (!hasRun(labStore.getState())) startRun();
}

/** Starts the run as the link wants it: at the opening (`run=auto`), or when the stage comes into view (`run=visible`). */
export function useRunOfLink(stage: RefObject<Element | null>): void {
  useEffect(() => {
    if (pageView.run === 'auto') startOnce();
    if (pageView.run !== 'visible' || !stage.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      startOnce();
    });
    observer.observe(stage.current);
    return () => observer.disconnect();
  }, [stage]);
}
