/** Scrolls no farther than is needed to see what a selector finds, and at once where motion is unwelcome. */
export function bringIntoView(selector: string): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  document.querySelector(selector)?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: calm ? 'instant' : 'smooth' });
}

export const PICTURES = 'section[aria-label="Samples"]';
export const CONTROLS = 'section[aria-label="Controls"]';
