import type { JSHandle, Page } from '@playwright/test';

/** What a hand can do with a control. */
export type Kind = 'press' | 'slide' | 'choose' | 'type' | 'look';

export interface Control {
  readonly kind: Kind;
  readonly name: string;
}

export interface Controls {
  readonly handle: JSHandle<Element[]>;
  readonly list: readonly Control[];
}

/** All that can be used now, in the order of the document; in an open dialog only what is in it. */
export async function controlsOf(page: Page): Promise<Controls> {
  const handle = await page.evaluateHandle(() => {
    const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    return [...top.querySelectorAll('button, summary, a[href], input:not([type=file]), select, textarea, [role=slider], [tabindex="0"]')].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0 && !element.matches(':disabled'),
    );
  });
  const list = await handle.evaluate((elements) =>
    elements.map((element) => {
      const own = element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent;
      const name = (own || element.id || element.tagName).trim().replace(/\s+/g, ' ').slice(0, 60);
      const leaves = element instanceof HTMLAnchorElement && (element.origin !== location.origin || element.target !== '');
      if (leaves) return { kind: 'look' as const, name };
      if (element.matches('[type=range], [role=slider]')) return { kind: 'slide' as const, name };
      if (element.matches('select')) return { kind: 'choose' as const, name };
      if (element.matches('input:not([type=radio], [type=checkbox], [type=range]), textarea')) return { kind: 'type' as const, name };
      return { kind: 'press' as const, name };
    }),
  );
  return { handle, list };
}

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Brings a control into sight, and tells its middle; a box that hides behind its label is pressed there. */
export function placeOf({ handle }: Controls, index: number): Promise<Place> {
  return handle.evaluate((elements, at) => {
    const element = elements[at];
    const box = element.matches('[type=radio], [type=checkbox]') ? (element.closest('label') ?? element) : element;
    box.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = box.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2, width };
  }, index);
}

export function focus({ handle }: Controls, index: number): Promise<void> {
  return handle.evaluate((elements, at) => {
    const element = elements[at];
    if (element instanceof HTMLElement || element instanceof SVGElement) element.focus();
  }, index);
}
