import { type Browser, expect, type Page } from '@playwright/test';
import { mainThread, type Task, TRACED } from './trace';

/** A school's computer is so much slower. */
export const SLOWER = 4;
/** Longer tasks are felt. */
const LONG_MS = 50;
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

export async function visitOnce(browser: Browser, link: string): Promise<FirstVisit> {
  const page = await freshPage(browser);
  await browser.startTracing(page, { categories: TRACED });
  await page.goto(link);
  await page.waitForTimeout(LOADED_MS);
  const { tasks, firstPaintMs } = mainThread(await browser.stopTracing());
  await page.context().close();
  if (firstPaintMs === null) throw new Error(`${link} painted nothing.`);
  return {
    untilPaint: SLOWER * cpuOf(tasks.filter(({ atMs, cpuMs }) => atMs + cpuMs <= firstPaintMs)),
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
  await expect(page.getByRole('slider', { name: 'Generation shown' })).toHaveValue('2', { timeout: 120_000 });
  const before = await shownOn(page);
  await browser.startTracing(page, { categories: TRACED });
  await page.waitForTimeout(RUNNING_MS);
  const { tasks } = mainThread(await browser.stopTracing());
  const after = await shownOn(page);
  await page.context().close();
  return {
    longTasks: longIn(tasks).length,
    longest: longestOf(tasks),
    commits: (after.commits - before.commits) / (after.generation - before.generation),
  };
}
