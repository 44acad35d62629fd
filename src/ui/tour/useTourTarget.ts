import { type RefObject, useLayoutEffect } from 'react';
import { type Obstacle, placeCard } from './place';
import { RUN_BUTTON } from './steps';

/** What the card should not hide, and what hiding it costs. */
const COSTS: readonly (readonly [selector: string, weight: number])[] = [
  [RUN_BUTTON, 100],
  ['canvas', 8],
  ['a, button, summary, input, select, [tabindex="0"]', 3],
];
const TARGET_COST = 100;
const FOCUS_COST = 60;
const MARK = 'data-toured';

/** Safari before 17.4 can't be asked; there, what a closed part of the page holds has no box. */
const isSeen = (element: Element) =>
  element.checkVisibility?.({ visibilityProperty: true }) ??
  (element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible');

function isInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}

function obstaclesBeside(card: Element, target: Element): Obstacle[] {
  const focused = document.activeElement;
  const found = COSTS.flatMap(([selector, weight]) => [...document.querySelectorAll(selector)].map((element) => ({ element, weight })));
  if (focused && focused !== document.body) found.push({ element: focused, weight: FOCUS_COST });
  found.push({ element: target, weight: TARGET_COST });
  return found
    .filter(({ element }) => !card.contains(element) && isSeen(element))
    .map(({ element, weight }) => ({ box: element.getBoundingClientRect(), weight }));
}

function bringIntoView(target: Element, card: Element): void {
  const { top, bottom, height } = target.getBoundingClientRect();
  const room = innerHeight - card.getBoundingClientRect().height;
  if (top >= 0 && bottom <= innerHeight && Math.max(top, innerHeight - bottom) >= innerHeight - room) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // at the window's edge there is room for the card beside it
  const block = room - height < innerHeight / 2 ? 'start' : 'center';
  target.scrollIntoView({ block, inline: 'nearest', behavior: calm ? 'instant' : 'smooth' });
}

/** Marks what a step is about, brings it into view when the reader asked for the step, and keeps the card beside it. */
export function useTourTarget(card: RefObject<HTMLElement | null>, targets: readonly string[], asked: boolean): void {
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    let target: Element | undefined;
    let side: number | null = null;
    let request = 0;
    const sizes = new ResizeObserver(() => ask());

    const ask = () => {
      if (request === 0) request = requestAnimationFrame(place);
    };
    // the page may have put another element in its place
    const find = () => {
      if (target?.isConnected && isSeen(target)) return;
      release();
      const seen = targets.flatMap((selector) => [...document.querySelectorAll(selector)]).filter(isSeen);
      target = (asked ? undefined : seen.find(isInWindow)) ?? seen[0];
      target?.setAttribute(MARK, '');
      if (target) sizes.observe(target);
    };
    const release = () => {
      target?.removeAttribute(MARK);
      if (target) sizes.unobserve(target);
      target = undefined;
    };
    const place = () => {
      request = 0;
      find();
      if (!target) return;
      const view = { width: document.documentElement.clientWidth, height: innerHeight };
      const size = { width: element.offsetWidth, height: element.offsetHeight };
      const spot = placeCard(target.getBoundingClientRect(), size, view, obstaclesBeside(element, target), side);
      side = spot.side;
      element.style.left = `${spot.left}px`;
      element.style.top = `${spot.top}px`;
    };

    find();
    if (asked && target) bringIntoView(target, element);
    place();
    for (const sized of [document.body, element]) sizes.observe(sized);
    addEventListener('scroll', ask, { passive: true });
    addEventListener('resize', ask);
    addEventListener('focusin', ask);
    return () => {
      release();
      cancelAnimationFrame(request);
      sizes.disconnect();
      removeEventListener('scroll', ask);
      removeEventListener('resize', ask);
      removeEventListener('focusin', ask);
    };
  }, [card, targets, asked]);
}
