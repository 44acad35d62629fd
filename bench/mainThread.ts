import { type Browser, expect, type Page } from '@playwright/test';
import { eventsOf, mainThread, type Task, TRACED, type TraceEvent } from './trace';

/** A school's computer is so much slower. */
export const SLOWER = 4;
/** Longer tasks are felt. */
export const LONG_MS = 50;
const LOADED_MS = 4000;
const RUNNING_MS = 15_000;

const cpuOf = (tasks: readonly Task[]) => tasks.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
const slowed = (tasks: readonly Task[]) => tasks.map(({ cpuMs }) => SLOWER * cpuMs);
const longestOf = (tasks: readonly Task[]) => Math.max(...slowed(tasks));
const longIn = (tasks: readonly Task[]) => slowed(tasks).filter((ms) => ms > LONG_MS);
const blockingOf = (tasks: readonly Task[]) => longIn(tasks).reduce((sum, ms) => sum + ms - LONG_MS, 0);

/** Of a first visit; ms of the processor on a computer that is `SLOWER` times slower. */
interface FirstVisit {
  readonly untilPaint: number;
  readonly blocking: number;
  readonly longest: number;
}

/** Of 15 s of a run at its own speed. */
interface Watching {
  readonly longest: number;
  readonly longTasks: number;
  readonly commits: number;
}

/** React tells whoever asks of each commit; in the words of the page, for it is told before React is there. */
const COUNT_COMMITS = `window.commits = 0; window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
  supportsFiber: true, renderers: new Map(), inject: () => 1, onCommitFiberUnmount() {}, onPostCommitFiberRoot() {}, onCommitFiberRoot() { window.commits++; } };`;

async function freshPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.addInitScript(COUNT_COMMITS);
  return page;
}

/**
 * A first visit in a browser of its own. Nobody may be attached to the page: to whoever is, the engine tells where in the code each error was
 * made, and for the ones that React keeps in store it then reads all of the page's code twice.
 */
export async function visitOnce(launch: () => Promise<Browser>, link: string): Promise<FirstVisit> {
  const browser = await launch();
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const { browserContextId } = await session.send('Target.createBrowserContext');
  await session.send('Tracing.start', { traceConfig: { includedCategories: [...TRACED] }, transferMode: 'ReportEvents' });
  await session.send('Target.createTarget', { url: link, browserContextId, width: 1366, height: 768 });
  await new Promise((resolve) => setTimeout(resolve, LOADED_MS));
  const written = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await written;
  await browser.close();
  const { tasks: all, firstRequestMs, firstPaintMs } = mainThread(events);
  if (firstPaintMs === null || firstRequestMs === null) throw new Error(`${link} painted nothing.`);
  // before it an empty page is made, whatever the link
  const tasks = all.filter(({ endMs }) => endMs > firstRequestMs);
  return {
    untilPaint: SLOWER * cpuOf(tasks.filter(({ endMs }) => endMs <= firstPaintMs)),
    blocking: blockingOf(tasks),
    longest: longestOf(tasks),
  };
}

const shownOn = async (page: Page) => ({
  generation: Number(await page.getByRole('slider', { name: 'Generation shown' }).inputValue()),
  commits: await page.evaluate('window.commits').then(Number),
});

export async function watchOnce(browser: Browser, link: string): Promise<Watching> {
  const page = await freshPage(browser);
  await page.goto(link);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect.poll(async () => (await shownOn(page)).generation, { timeout: 120_000 }).toBeGreaterThan(1);
  const before = await shownOn(page);
  await browser.startTracing(page, { categories: TRACED });
  await page.waitForTimeout(RUNNING_MS);
  const { tasks } = mainThread(eventsOf(await browser.stopTracing()));
  const after = await shownOn(page);
  await page.context().close();
  return {
    longTasks: longIn(tasks).length,
    longest: longestOf(tasks),
    commits: (after.commits - before.commits) / (after.generation - before.generation),
  };
}
