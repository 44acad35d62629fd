import { type Browser, type CDPSession, expect, type Page } from '@playwright/test';
import { eventsOf, mainThread, TRACED } from './trace';

/** Times of one session of dragging and scrubbing, ms; bytes of the page's heap. */
export interface Interaction {
  /** from a pointer's move on a slider of the running loops to the frame that shows it: median, longest */
  readonly dragMedianMs: number;
  readonly dragLongestMs: number;
  /** longest task of the main thread while the pointer drags, 0 = none over 50 ms */
  readonly dragTaskMs: number;
  /** the same by the processor's time: without what it waited for a core that others had */
  readonly dragTaskCpuMs: number;
  /** between frames while the timeline is drawn over 500 generations: median, 95 % */
  readonly scrubMedianMs: number;
  readonly scrub95Ms: number;
  readonly scrubTaskMs: number;
  /** heap after collection: with 500 generations kept, and what ten runs and resets leave behind */
  readonly keptBytes: number;
  readonly leftBytes: number;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const share = (values: readonly number[], part: number) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN;

/** Starts the notes of a page: its long tasks, the time from input to the frame after it, and the time between frames. */
async function watch(page: Page) {
  return page.evaluateHandle(() => {
    // methods, for tsx would wrap functions with a name in a helper that the page lacks
    const noted = {
      tasks: [] as number[],
      inputs: [] as number[],
      frames: [] as number[],
      last: 0,
      frame(now: number) {
        if (noted.last > 0) noted.frames.push(now - noted.last);
        noted.last = now;
        requestAnimationFrame(noted.frame);
      },
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) noted.tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
    addEventListener(
      'input',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          // the first message after a frame comes when it is painted
          channel.port1.onmessage = () => noted.inputs.push(performance.now() - timeStamp);
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
    requestAnimationFrame(noted.frame);
    return noted;
  });
}

async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** Moves the pressed mouse over a slider, there and back. */
async function drag(page: Page, name: string, moves: number, pauseMs: number): Promise<void> {
  const slider = page.getByRole('slider', { name, exact: true });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error(`No slider ${name}.`);
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.5, y);
  await page.mouse.down();
  for (let i = 0; i <= moves; i++) {
    const at = 0.5 + 0.45 * Math.sin((2 * Math.PI * i) / moves);
    await page.mouse.move(box.x + box.width * at, y);
    await page.waitForTimeout(pauseMs);
  }
  await page.mouse.up();
}

const timeline = (page: Page) => page.getByRole('slider', { name: 'Generation shown' });

async function runAtFullSpeed(page: Page): Promise<void> {
  const speed = page.getByRole('spinbutton', { name: 'Speed', exact: true });
  await speed.fill('max');
  await speed.press('Enter');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
}

export async function interactOnce(browser: Browser, address: string): Promise<Interaction> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await page.goto(`${address}?v=1&backend=wasm&generations=2000`);
  await runAtFullSpeed(page);
  await expect(timeline(page)).not.toHaveValue(/^.?$/, { timeout: 60_000 });
  const notes = await watch(page);
  await browser.startTracing(page, { categories: TRACED });
  await drag(page, 'Sampling bias λ', 60, 60);
  const dragTaskCpuMs = Math.max(...mainThread(eventsOf(await browser.stopTracing())).tasks.map(({ cpuMs }) => cpuMs));
  const dragged = await notes.jsonValue();

  await page.goto(`${address}?v=1&backend=wasm&model=gaussian&generations=500&evaluation=50`);
  const empty = await heap(session);
  await runAtFullSpeed(page);
  await expect(timeline(page)).toHaveValue('500', { timeout: 120_000 });
  const kept = (await heap(session)) - empty;
  const scrubNotes = await watch(page);
  await drag(page, 'Generation shown', 120, 16);
  const scrubbed = await scrubNotes.jsonValue();

  await page.goto(`${address}?v=1&backend=wasm&generations=20`);
  let after: number[] = [];
  for (let i = 0; i < 20; i++) {
    await runAtFullSpeed(page);
    await expect(timeline(page)).toHaveValue('20', { timeout: 60_000 });
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    after = [...after, await heap(session)];
  }
  await page.close();
  return {
    dragMedianMs: median(dragged.inputs),
    dragLongestMs: Math.max(...dragged.inputs),
    dragTaskMs: Math.max(0, ...dragged.tasks),
    dragTaskCpuMs,
    scrubMedianMs: median(scrubbed.frames),
    scrub95Ms: share(scrubbed.frames, 0.95),
    scrubTaskMs: Math.max(0, ...scrubbed.tasks),
    keptBytes: kept,
    // the first ten warm caches
    leftBytes: (after.at(-1) ?? Number.NaN) - (after[9] ?? Number.NaN),
  };
}
