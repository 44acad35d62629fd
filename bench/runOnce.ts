import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page, Response } from '@playwright/test';
import { eventsOf, mainThread, TRACED } from './trace';

export interface Timing {
  /** from the press of Run until generation 1 of every loop was on the page */
  readonly firstS: number;
  /** until the last generation was */
  readonly allS: number;
}

/** What else a run takes. */
export interface Burden {
  /** processor's time of the longest task of the page's main thread while it runs */
  readonly longestMs: number;
  /** processor's times of all of them */
  readonly tasksMs: readonly number[];
  /** of files as a server packs them: up to the press of Run, and until the last generation */
  readonly bytesBefore: number;
  readonly bytes: number;
}

/** How large a file of the build is on its way: those that are packed already don't get smaller. */
function sizeOf(response: Response): number {
  const { pathname } = new URL(response.url());
  return response.url().startsWith('http')
    ? gzipSync(readFileSync(join('dist', pathname.endsWith('/') ? `${pathname}index.html` : pathname))).length
    : 0;
}

/** The press of Run on a page, and how long it is to generation 1 and to the last one: all inside the page, so that no time of this process is counted. */
async function runOn(page: Page, generations: number): Promise<Timing> {
  const run = page.getByRole('button', { name: 'Run', exact: true });
  const timing = run.evaluate(
    (button, last) =>
      new Promise<Timing>((resolve, reject) => {
        setTimeout(() => reject(new Error(`not at the end after five minutes: ${document.body.innerText.slice(0, 500)}`)), 300_000);
        const timeline = document.querySelector('[data-computed]');
        if (!timeline) throw new Error('the page does not say how far it has computed');
        let start = 0;
        let firstS = 0;
        new MutationObserver(() => {
          const computed = Number(timeline.getAttribute('data-computed'));
          const sinceS = (performance.now() - start) / 1000;
          if (computed >= 1 && firstS === 0) firstS = sinceS;
          if (computed >= last) resolve({ firstS, allS: sinceS });
        }).observe(timeline, { attributeFilter: ['data-computed'] });
        button.addEventListener('click', () => (start = performance.now()), { capture: true, once: true });
      }),
    generations,
  );
  await run.click();
  return await timing;
}

async function onFreshPage<Value>(browser: Browser, use: (page: Page) => Promise<Value>): Promise<Value> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** One run of the experiment behind `link` on a fresh page, with nothing in its cache. */
export const runOnce = (browser: Browser, link: string, generations: number): Promise<Timing> =>
  onFreshPage(browser, async (page) => {
    await page.goto(link, { waitUntil: 'networkidle' });
    return await runOn(page, generations);
  });

/** The same, traced, which takes time of its own. */
export const weighOnce = (browser: Browser, link: string, generations: number): Promise<Burden> =>
  onFreshPage(browser, async (page) => {
    let bytes = 0;
    page.context().on('response', (response) => {
      bytes += sizeOf(response);
    });
    await page.goto(link, { waitUntil: 'networkidle' });
    const bytesBefore = bytes;
    await browser.startTracing(page, { categories: [...TRACED] });
    await runOn(page, generations);
    const tasksMs = mainThread(eventsOf(await browser.stopTracing())).tasks.map(({ cpuMs }) => cpuMs);
    return { longestMs: Math.max(...tasksMs), tasksMs, bytesBefore, bytes };
  });

/** Seconds from the link of a map until so many squares are drawn. */
export const mapOnce = (browser: Browser, link: string, squares: number): Promise<number> =>
  onFreshPage(browser, async (page) => {
    await page.goto(link);
    await page.waitForSelector('[data-map]');
    const start = performance.now();
    await page.waitForSelector(`[data-map="${squares}"]`, { timeout: 300_000 });
    return (performance.now() - start) / 1000;
  });
