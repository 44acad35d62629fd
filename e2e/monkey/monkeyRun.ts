import { expect, type Page, type TestInfo } from '@playwright/test';
import { createRng } from '../../src/engine/rng';
import { violations } from '../axe';
import { framesLater } from '../frames';
import { Lab } from '../lab';
import { badWords, watchFaults } from './findings';
import { Monkey } from './Monkey';

/** Where monkeys begin: one axis, images, several replicates, unequal modes, a phone. */
const STARTS = [
  { width: 390, height: 844, query: 'backend=wasm' },
  { width: 1280, height: 800, query: 'backend=wasm&model=vae' },
  { width: 1280, height: 800, query: 'backend=wasm&model=gaussian&dim=1' },
  { width: 1280, height: 800, query: 'backend=wasm&dataset=grid&replicates=3' },
  { width: 1280, height: 800, query: 'backend=wasm&dataset=long-tail' },
] as const;

/** In a lesson that waits for its first prediction. */
export const IN_LESSON = { width: 1280, height: 800, query: 'lesson=cure&step=loops' } as const;

const LOOK_EVERY = 20;

/** A small experiment, opened in the page that is there as the back button opens one. */
async function expectAlive(page: Page): Promise<void> {
  // what has popped up may lie over the buttons
  await page.mouse.move(0, 0);
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
  await page.evaluate(() => {
    history.pushState(null, '', '?backend=wasm&model=gaussian&generations=2&evaluation=50&initialReal=20&synthetic=20&real=20');
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  });
  const lab = new Lab(page);
  // a dialog that was asked for last may come only now
  await expect(async () => {
    await page.evaluate(() => {
      for (const dialog of document.querySelectorAll('dialog')) dialog.close();
    });
    await lab.button('Reset').click({ timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  await lab.button('Run').click();
  await expect.poll(() => lab.computed(), { timeout: 180_000 }).toBe(2);
}

/** A page as it is left: its own, finished with what was asked of it. */
async function settle(page: Page, home: string): Promise<void> {
  await page.waitForLoadState();
  if (new URL(page.url()).pathname !== new URL(home).pathname) await page.goBack();
  await framesLater(page);
}

/** Lets a monkey of this seed loose on the page for some seconds; what it finds fails the test, with all that led there. */
export async function letLoose(
  page: Page,
  info: TestInfo,
  seed: number,
  seconds: number,
  start: (typeof STARTS)[number] | typeof IN_LESSON = STARTS[seed % STARTS.length],
): Promise<void> {
  const home = String(info.project.use.baseURL);
  const { origin } = new URL(home);
  const faults = watchFaults(page, origin);
  // a link that is dropped on the page is followed
  await page.route(
    (url) => /^https?:$/.test(url.protocol) && url.origin !== origin,
    (route) => route.abort(),
  );
  page.on('popup', (popup) => popup.close());
  page.on('filechooser', () => undefined);
  page.on('dialog', (dialog) => dialog.dismiss());
  await page.setViewportSize(start);
  await new Lab(page).open(start.query);

  const monkey = new Monkey(page, createRng(seed));
  let looks = 0;
  const findings = async () => {
    const isLook = monkey.steps % LOOK_EVERY === 0;
    if (isLook) looks++;
    return [...faults, ...(await badWords(page)), ...(isLook ? await violations(page) : [])];
  };
  try {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
      await monkey.step();
      await settle(page, home);
      expect(await findings()).toEqual([]);
    }
    await expectAlive(page);
    expect(faults).toEqual([]);
    process.stdout.write(`monkey ${seed}: ${monkey.steps} steps, ${looks} looks of axe, nothing found\n`);
  } catch (error) {
    const where = `Monkey ${seed} on ?${start.query} at ${start.width} × ${start.height}`;
    throw new Error(`${where} found\n${error instanceof Error ? error.message : error}\nby these steps:\n${monkey.diary.join('\n')}`, {
      cause: error,
    });
  }
}
