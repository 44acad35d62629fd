import { type RefObject, useEffect } from 'react';
import { focusRun } from '../controls/focusRun';
import type { Chapter } from './chapters';
import { endStory } from './storyStore';

/** These have their own use for Escape. */
const USES_ESCAPE = 'input[type=text], textarea, header details[open], [role=grid]';
/** An explanation is in the page only while it is open. */
const POPPED_UP = 'dialog[open], [popover]';

function skipOnEscape(event: KeyboardEvent): void {
  const target = event.target instanceof Element ? event.target : document.body;
  if (event.key === 'Escape' && !target.closest(USES_ESCAPE) && !document.querySelector(POPPED_UP)) endStory();
}

const nothingHasFocus = () => document.activeElement === null || document.activeElement === document.body;

/** To the card as it opens, and where what had it in the card has gone; after it back to where it was, or to the one obvious button. */
export function useStoryFocus(card: RefObject<HTMLElement | null>, chapter: Chapter): void {
  useEffect(() => {
    const element = card.current;
    const before = document.activeElement;
    element?.focus({ preventScroll: true });
    // before the listeners that close what has popped up
    addEventListener('keydown', skipOnEscape, { capture: true });
    return () => {
      removeEventListener('keydown', skipOnEscape, { capture: true });
      // the card is gone by now, and the focus with it
      if (element?.isConnected || !nothingHasFocus()) return;
      if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus({ preventScroll: true });
      else focusRun();
    };
  }, [card]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new chapter has other buttons
  useEffect(() => {
    if (nothingHasFocus()) card.current?.focus({ preventScroll: true });
  }, [card, chapter]);
}
