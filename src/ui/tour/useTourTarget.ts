import { type RefObject, useLayoutEffect } from 'react';
import { type Obstacle, placeCard } from './place';

/** What the card should not hide, and what hiding it costs. */
const COSTS: readonly (readonly [selector: string, weight: number])[] = [
  ['main section[aria-label="Controls"] > div:first-child button', 100],
  ['canvas', 8],
  ['a, button, summary, input, select, [tabindex="0"]', 3],
];
const TARGET_COST = 100;
const FOCUS_COST = 60;

const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });

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
    const target = targets.flatMap((selector) => [...document.querySelectorAll(selector)]).find(isSeen);
    if (!element || !target) return;
    let side: number | null = null;
    let request = 0;

    const place = () => {
      request = 0;
      const view = { width: document.documentElement.clientWidth, height: innerHeight };
      const size = { width: element.offsetWidth, height: element.offsetHeight };
      const spot = placeCard(target.getBoundingClientRect(), size, view, obstaclesBeside(element, target), side);
      side = spot.side;
      element.style.left = `${spot.left}px`;
      element.style.top = `${spot.top}px`;
    };
    const ask = () => {
      if (request === 0) request = requestAnimationFrame(place);
    };

    target.setAttribute('data-toured', '');
    if (asked) bringIntoView(target, element);
    place();
    const sizes = new ResizeObserver(ask);
    for (const sized of [document.body, element, target]) sizes.observe(sized);
    addEventListener('scroll', ask, { passive: true });
    addEventListener('resize', ask);
    addEventListener('focusin', ask);
    return () => {
      target.removeAttribute('data-toured');
      cancelAnimationFrame(request);
      sizes.disconnect();
      removeEventListener('scroll', ask);
      removeEventListener('resize', ask);
      removeEventListener('focusin', ask);
    };
  }, [card, targets, asked]);
}
