import { type FocusEvent, type MouseEvent, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';

const SHOW_AFTER_MS = 300;
/** long enough to bring the pointer from the word to its explanation */
const HIDE_AFTER_MS = 250;
const MARGIN = 12;
const GAP = 6;
const WIDTH = 340;

/** closes the explanation that is open, of whatever word: two at a time would cover each other */
let closeOpen: (() => void) | null = null;

/** What holds more than it shows can take the focus, and with it the keys that scroll. */
function letReach(box: HTMLElement, isCut: boolean): void {
  if (isCut) box.tabIndex = 0;
  else box.removeAttribute('tabindex');
}

const formulaOf = (note: HTMLElement) => note.querySelector<HTMLElement>('[data-formula]');

/** Brings what is cut off into sight, from the keys that scroll a page; returns whether there was something to bring. */
function scrollNote(note: HTMLElement, key: string): boolean {
  const step = { ArrowDown: 40, ArrowUp: -40, PageDown: 0.9 * note.clientHeight, PageUp: -0.9 * note.clientHeight }[key];
  if (step !== undefined) note.scrollBy({ top: step });
  const across = { ArrowRight: 40, ArrowLeft: -40 }[key];
  const formula = formulaOf(note);
  if (across !== undefined) formula?.scrollBy({ left: across });
  return step !== undefined ? note.tabIndex === 0 : across !== undefined && formula?.tabIndex === 0;
}

function place(anchor: HTMLElement, note: HTMLElement, above: boolean): void {
  const box = anchor.getBoundingClientRect();
  const width = Math.min(WIDTH, innerWidth - 2 * MARGIN);
  note.style.width = `${width}px`;
  note.style.maxHeight = `${innerHeight - 2 * MARGIN}px`;
  note.style.left = `${Math.min(innerWidth - width - MARGIN, Math.max(MARGIN, box.left))}px`;
  const height = note.offsetHeight;
  const [over, under] = [box.top - GAP - height, box.bottom + GAP];
  const [fitsOver, fitsUnder] = [over >= MARGIN, under + height <= innerHeight - MARGIN];
  const top = fitsOver && (above || !fitsUnder) ? over : under;
  note.style.top = `${Math.max(MARGIN, Math.min(innerHeight - height - MARGIN, top))}px`;
  letReach(note, note.scrollHeight > note.clientHeight);
  const formula = formulaOf(note);
  if (formula) letReach(formula, formula.scrollWidth > formula.clientWidth);
}

/** Keeps an open note in its place, scrolls it by keys, and shuts it on Escape and on a press elsewhere; returns what ends all that. */
function attend(anchor: HTMLElement, note: HTMLElement, above: boolean, shut: () => void): () => void {
  const follow = () => place(anchor, note, above);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') shut();
    else if (document.activeElement === anchor && scrollNote(note, event.key)) event.preventDefault();
  };
  const onPress = ({ target }: Event) => target instanceof Node && !anchor.contains(target) && !note.contains(target) && shut();
  // older browsers lay it out as any fixed box
  note.showPopover?.();
  follow();
  // glyphs that arrive late, and remarks of a run, change its height
  const sizes = new ResizeObserver(follow);
  sizes.observe(note);
  const parts = new MutationObserver(follow);
  parts.observe(note, { childList: true, subtree: true });
  addEventListener('scroll', follow, { capture: true, passive: true });
  addEventListener('resize', follow);
  addEventListener('keydown', onKey);
  addEventListener('pointerdown', onPress);
  return () => {
    sizes.disconnect();
    parts.disconnect();
    removeEventListener('scroll', follow, { capture: true });
    removeEventListener('resize', follow);
    removeEventListener('keydown', onKey);
    removeEventListener('pointerdown', onPress);
  };
}

/**
 * An explanation beside a word: it opens on hover, on keyboard focus and on a tap, stays while the pointer is on it, and closes on
 * Escape, on leaving, and on a press elsewhere (WCAG 1.4.13). A click keeps it open, a second one closes it.
 */
export function usePopover(above: boolean) {
  const term = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const timer = useRef(0);
  const entered = useRef(false);
  const returning = useRef(false);
  const [open, setOpen] = useState(false);
  const [pinned, setPinned] = useState(false);

  const close = () => {
    clearTimeout(timer.current);
    setOpen(false);
    setPinned(false);
  };
  const later = (act: () => void, ms: number) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(act, ms);
  };
  const pin = () => {
    clearTimeout(timer.current);
    setOpen(true);
    setPinned(true);
  };
  const leave = ({ pointerType }: PointerEvent) => {
    if (pointerType === 'mouse' && !pinned) later(close, HIDE_AFTER_MS);
  };

  useEffect(() => () => clearTimeout(timer.current), []);

  useLayoutEffect(() => {
    const [anchor, element] = [term.current, note.current];
    if (!open || !anchor || !element) return;
    const shut = () => {
      clearTimeout(timer.current);
      setOpen(false);
      setPinned(false);
      // the focus is never lost, and opens nothing as it comes back
      if (!element.contains(document.activeElement)) return;
      returning.current = true;
      anchor.focus({ preventScroll: true });
      returning.current = false;
    };
    closeOpen?.();
    closeOpen = shut;
    const leaveAlone = attend(anchor, element, above, shut);
    return () => {
      if (closeOpen === shut) closeOpen = null;
      leaveAlone();
    };
  }, [open, above]);

  return {
    open,
    term,
    note,
    onTerm: {
      onPointerEnter: () => {
        entered.current = true;
      },
      // the first one since: a word that scrolls under a pointer at rest was not pointed at
      onPointerMove: ({ pointerType }: PointerEvent) => {
        if (entered.current && pointerType === 'mouse') later(() => setOpen(true), SHOW_AFTER_MS);
        entered.current = false;
      },
      onPointerLeave: leave,
      // a press focuses too, and its click decides
      onFocus: ({ currentTarget }: FocusEvent) => !returning.current && currentTarget.matches(':focus-visible') && pin(),
      // a press on the explanation itself takes the focus nowhere, or into it
      onBlur: ({ relatedTarget }: FocusEvent) => relatedTarget instanceof Node && !note.current?.contains(relatedTarget) && close(),
      onClick: (event: MouseEvent) => {
        event.stopPropagation();
        if (open && pinned) close();
        else pin();
      },
    },
    onNote: { onPointerEnter: () => clearTimeout(timer.current), onPointerLeave: leave },
  };
}
