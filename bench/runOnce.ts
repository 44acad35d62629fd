import type { Browser } from '@playwright/test';

export interface Timing {
  /** from the press of Run until generation 1 of every loop was on the page */
  readonly firstS: number;
  /** until the last generation was */
  readonly allS: number;
  /** longest task of the page's main thread meanwhile; 0 = none over 50 ms */
  readonly longestTaskMs: number;
}

/** One run of the experiment behind `link` on a fresh page, with nothing in its cache. */
export async function runOnce(browser: Browser, link: string, generations: number): Promise<Timing> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(link, { waitUntil: 'networkidle' });
    const run = page.getByRole('button', { name: 'Run', exact: true });
    // all inside the page, so that no time of this process is counted
    const timing = run.evaluate(
      (button, last) =>
        new Promise<Timing>((resolve, reject) => {
          setTimeout(() => reject(new Error(`not at the end after five minutes: ${document.body.innerText.slice(0, 500)}`)), 300_000);
          const timeline = document.querySelector('[data-computed]');
          if (!timeline) throw new Error('the page does not say how far it has computed');
          let start = 0;
          let firstS = 0;
          let longestTaskMs = 0;
          new PerformanceObserver((list) => {
            for (const { startTime, duration } of list.getEntries())
              if (start > 0 && startTime > start) longestTaskMs = Math.max(longestTaskMs, duration);
          }).observe({ type: 'longtask' });
          new MutationObserver(() => {
            const computed = Number(timeline.getAttribute('data-computed'));
            const sinceS = (performance.now() - start) / 1000;
            if (computed >= 1 && firstS === 0) firstS = sinceS;
            // the observer of long tasks hears of the last one a little later
            if (computed >= last) setTimeout(() => resolve({ firstS, allS: sinceS, longestTaskMs }), 500);
          }).observe(timeline, { attributeFilter: ['data-computed'] });
          button.addEventListener('click', () => (start = performance.now()), { capture: true, once: true });
        }),
      generations,
    );
    await run.click();
    return await timing;
  } finally {
    await context.close();
  }
}
