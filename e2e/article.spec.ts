import { expect, type Page } from '@playwright/test';
import { articleAt, Host } from './hosts';
import { SLOWER, test } from './journey';

const WIDTHS = [320, 480, 768, 1200];
const FIGURES = 4;

/** All that moved on the page without the reader's doing, as browsers score it. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const watched = window as unknown as { shift: number };
    watched.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });

const shiftOf = (page: Page) => page.evaluate(() => (window as unknown as { shift: number }).shift);

/** Scrolls through the whole article, so that every lazy frame is loaded. */
async function read(page: Page): Promise<void> {
  for (const frame of await page.locator('iframe').all()) {
    await frame.scrollIntoViewIfNeeded();
    await expect(frame.contentFrame().getByRole('button', { name: /^Run, / })).toBeVisible();
  }
  await page.evaluate(() => scrollTo(0, 0));
}

/** Height of each frame on the host's page beside the height that its content needs. */
async function heights(page: Page): Promise<[number, number][]> {
  const result: [number, number][] = [];
  for (const frame of await page.locator('iframe').all()) {
    const outer = await frame.evaluate((element) => element.clientHeight);
    const inner = await frame
      .contentFrame()
      .locator('html')
      .evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
    result.push([outer, inner]);
  }
  return result;
}

const fits = (page: Page) => expect.poll(async () => (await heights(page)).filter(([outer, inner]) => Math.abs(outer - inner) > 3)).toEqual([]);

test('four figures in an article of another site fit at every width, move little, and never resize each other', async ({ page, baseURL }) => {
  const host = await Host.open({ '/': articleAt(String(baseURL)) });
  await watchShifts(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(host.origin);
    await expect(page.locator('iframe')).toHaveCount(FIGURES);
    await read(page);
    await fits(page);
    expect(await shiftOf(page), `layout shift at ${width} px`).toBeLessThan(0.1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width} px`).toBeLessThanOrEqual(0);
  }

  const before = await heights(page);
  const second = page.locator('iframe').nth(1);
  await second.scrollIntoViewIfNeeded();
  await second
    .contentFrame()
    .getByRole('button', { name: /^Run, / })
    .click();
  await second.contentFrame().getByText('Settings').click();
  await expect(second.contentFrame().getByText(/generation ([5-9]|\d\d+) of/)).toBeVisible({ timeout: 180_000 });
  await fits(page);
  const after = await heights(page);
  expect([0, 2, 3].map((n) => after[n][0])).toEqual([0, 2, 3].map((n) => before[n][0]));
  expect(after[1][0]).toBeGreaterThan(before[1][0] + 100);

  // out of sight it pauses, in sight it goes on
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(second.contentFrame().getByRole('button', { name: 'Resume', exact: true })).toHaveCount(1);
  await second.scrollIntoViewIfNeeded();
  await expect(second.contentFrame().getByRole('button', { name: 'Pause', exact: true })).toHaveCount(1);
  host.close();
});

test('where scripts are stripped, the element leaves its picture and its link', async ({ browser, baseURL }) => {
  const host = await Host.open({ '/': articleAt(String(baseURL)) });
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(host.origin);
  const picture = page.getByRole('img', { name: /^Samples of three loops/ });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  await expect(page.locator('mad-loop a')).toHaveAttribute('href', /bias=0\.7/);
  await page.close();
  host.close();
});

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** microseconds of the processor */
  readonly tdur?: number;
  readonly args: { readonly name?: string; readonly data?: { readonly frames: readonly { readonly parent?: string; readonly processId: number }[] } };
}

/** The longest task of the main thread of the page's own process in ms of the processor: what the machine did meanwhile is not the page's doing. */
function longestTask(trace: Buffer): number {
  const events: TraceEvent[] = JSON.parse(trace.toString()).traceEvents;
  const frames = events.find(({ name }) => name === 'TracingStartedInBrowser')?.args.data?.frames ?? [];
  const pid = frames.find(({ parent }) => parent === undefined)?.processId;
  const main = events.find((event) => event.pid === pid && event.name === 'thread_name' && event.args.name === 'CrRendererMain');
  const tasks = events.filter((event) => event.name === 'RunTask' && event.pid === pid && event.tid === main?.tid);
  expect(tasks.length).toBeGreaterThan(10);
  return Math.max(...tasks.map(({ tdur }) => (tdur ?? Number.POSITIVE_INFINITY) / 1000));
}

test('a figure that runs holds its host up for no longer than 50 ms at a stretch', async ({ page, browser, baseURL }) => {
  const host = await Host.open({ '/': articleAt(String(baseURL)) });
  await page.goto(host.origin);
  for (const n of [0, 1]) {
    const frame = page.locator('iframe').nth(n);
    await frame.scrollIntoViewIfNeeded();
    const run = frame.contentFrame().getByRole('button', { name: /^Run, / });
    await expect(run).toBeVisible();
    await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] });
    // again where it missed: the figure before may still change its height under the pointer
    await expect(async () => {
      if (await run.isVisible()) await run.click();
      await expect(run).toBeHidden({ timeout: 10_000 });
    }).toPass();
    await expect(frame.contentFrame().getByText(/generation ([4-9]|\d\d+) of/)).toBeVisible({ timeout: 180_000 });
    expect(longestTask(await browser.stopTracing()), `figure ${n + 1}`).toBeLessThan(50 * SLOWER);
  }
  host.close();
});
