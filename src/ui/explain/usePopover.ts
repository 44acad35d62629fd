import { type FocusEvent, type MouseEvent, useLayoutEffect, useRef, useState } from 'react';

const MARGIN = 12;
const GAP = 6;
const WIDTH = 340;

/** closes the explanation that is open, of whatever word: two at a time would cover each other */
let closeOpen: (() => void) | null = null;

/** What holds more than it shows can be reached by Tab, and with it the keys that scroll. */
function letReach(box: HTMLElement, isCut: boolean): void {
  box.tabIndex = isCut ? 0 : -1;
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

/** Whoever had the focus when a note opened, if it was not its word: a control, whose key opened it. */
function askedFrom(anchor: HTMLElement): HTMLElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement !== anchor && activeElement !== document.body ? activeElement : null;
}

/** An explanation beside a word: a press opens it, a second one, Escape and a press elsewhere close it. Nothing opens in passing. */
export function usePopover(above: boolean) {
  const term = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useLayoutEffect(() => {
    const [anchor, element] = [term.current, note.current];
    if (!open || !anchor || !element) return;
    const control = askedFrom(anchor);
    const shut = () => {
      setOpen(false);
      // the focus is never lost
      if (element.contains(document.activeElement)) (control ?? anchor).focus({ preventScroll: true });
    };
    closeOpen?.();
    closeOpen = shut;
    const leaveAlone = attend(anchor, element, above, shut);
    if (control) element.focus({ preventScroll: true });
    return () => {
      if (closeOpen === shut) closeOpen = null;
      leaveAlone();
    };
  }, [open, above]);

  // a press on the explanation itself takes the focus nowhere, or into it
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && relatedTarget !== term.current && !note.current?.contains(relatedTarget)) setOpen(false);
  };
  return {
    open,
    term,
    note,
    onTerm: {
      onBlur,
      onClick: (event: MouseEvent) => {
        event.stopPropagation();
        setOpen(!open);
      },
    },
    onNote: { onBlur },
  };
}
