import { expect, type Locator, type Page } from '@playwright/test';
import { framesLater } from './frames';
import type { Lab } from './lab';

/** The plot of the first score, from the real data to the last generation. */
export const plotOf = (lab: Lab): Locator => lab.page.getByRole('region', { name: 'Scores', exact: true }).locator('[data-computed]');

/** What is watched and pressed while the loops run, by name. */
function stageOf(lab: Lab): Record<string, Locator> {
  const { page } = lab;
  const samples = page.getByRole('region', { name: 'Samples' });
  return {
    'Run, Pause or Resume': lab.button('Run').or(lab.button('Pause')).or(lab.button('Resume')),
    panes: samples,
    ...Object.fromEntries(['Fully synthetic', 'Synthetic augmentation', 'Fresh data'].map((loop) => [`picture of ${loop}`, lab.picture(loop)])),
    'first score': page.getByRole('region', { name: 'Scores', exact: true }).locator('figure > div > svg').first(),
    timeline: lab.timeline,
  };
}

const LIVE = ['Fresh real samples per generation', 'Synthetic samples per generation', 'Sampling bias λ'];

export const liveSliders = (lab: Lab): Record<string, Locator> => Object.fromEntries(LIVE.map((name) => [name, lab.slider(name)]));

/** What of these does not lie inside the window. */
export async function outside(page: Page, wanted: Record<string, Locator>): Promise<string[]> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const found: string[] = [];
  for (const [name, locator] of Object.entries(wanted)) {
    const box = await locator.boundingBox();
    const isInside = box && box.width > 0 && box.height > 0 && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
    if (!isInside) found.push(`${name}: ${box ? `x ${box.x} to ${box.x + box.width}, y ${box.y} to ${box.y + box.height}` : 'not there'}`);
  }
  return found;
}

const softly = expect.configure({ soft: true });

/** The stage, and what else is asked for, lies in the window as it is scrolled. */
export async function expectOnScreen(lab: Lab, state: string, besides: Record<string, Locator> = {}): Promise<void> {
  await softly.poll(() => outside(lab.page, { ...stageOf(lab), ...besides }), state).toEqual([]);
}

/** No text that is seen is of letters smaller than these pixels. */
export const expectLargeWords = (page: Page, least: number, state: string): Promise<void> =>
  softly.poll(() => smallWords(page, least), state).toEqual([]);

const smallWords = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((pixels) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small = new Set<string>();
    const look = (element: Element, words: string) => {
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const isSeen = element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visuallyHidden, option');
      if (isSeen && size < pixels) small.add(`${size} px: ${words}`);
    };
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const words = text.nodeValue?.trim() ?? '';
      if (words !== '' && text.parentElement) look(text.parentElement, words);
    }
    for (const field of document.querySelectorAll('input:not([type=range], [type=radio], [type=checkbox]), select')) look(field, field.outerHTML);
    return [...small];
  }, least);

interface Shifts {
  sum: number;
  readonly told: string[];
}

/** From here on sums how much of the page moves without the reader's doing, as browsers score it, and tells what did. */
export async function watchShifts(page: Page): Promise<() => Promise<Shifts>> {
  const watched = await page.evaluateHandle(() => {
    const shifts: Shifts = { sum: 0, told: [] };
    const place = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(' ');
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
      })[]) {
        if (entry.hadRecentInput) continue;
        shifts.sum += entry.value;
        for (const { node, previousRect, currentRect } of entry.sources) {
          const name = node instanceof Element ? `<${node.tagName} class="${node.getAttribute('class')}">` : '';
          shifts.told.push(`${entry.value.toFixed(4)} ${name}${node?.textContent?.slice(0, 40)}: ${place(previousRect)} -> ${place(currentRect)}`);
        }
      }
    }).observe({ type: 'layout-shift' });
    return shifts;
  });
  return async () => {
    await framesLater(page);
    return watched.jsonValue();
  };
}
