/** Brings the beginning of something into sight where it is not: on a small screen a lesson is one long column. */
export function toSight(element: Element | null): void {
  if (!element) return;
  const { top } = element.getBoundingClientRect();
  if (top < 0 || top > innerHeight / 2) element.scrollIntoView({ block: 'start' });
}
