/**
 * `npm run screens`: what the page, the embed and the article look like, of real runs on the production build (`npm run build` first), into
 * docs/screens: at every size and theme that they are made for, before, in and after a run. Look at them before you say that it is beautiful.
 */
import { mkdirSync, rmSync } from 'node:fs';
import process from 'node:process';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from '../scripts/browser.mjs';
import { serve } from '../scripts/serve.mjs';

const FOLDER = 'docs/screens';
/** Widths with the heights of screens that have them: a phone, a tablet upright, a school's projector, a Chromebook, a laptop, a desk. */
const SCREENS = [
  [320, 640],
  [768, 1024],
  [1024, 768],
  [1366, 768],
  [1440, 900],
  [1920, 1080],
] as const;
const THEMES = ['light', 'dark', 'projector'] as const;
const MIDDLE = 24;
const LAST = 50;

const shown = (page: Page) => page.getByRole('slider', { name: 'Generation shown' });

const reached = (page: Page, generation: number) =>
  expect.poll(async () => Number(await shown(page).inputValue()), { timeout: 120_000, intervals: [50] }).toBeGreaterThanOrEqual(generation);

async function open(browser: Browser, address: string, [width, height]: readonly [number, number]): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

async function takeStage(browser: Browser, site: string): Promise<void> {
  for (const screen of SCREENS) {
    for (const theme of THEMES) {
      const page = await open(browser, `${site}?backend=wasm&theme=${theme}`, screen);
      const take = (state: string) => page.screenshot({ path: `${FOLDER}/stage-${screen[0]}-${theme}-${state}.png` });
      await expect(page.getByRole('region', { name: 'Samples' })).not.toContainText('drawing the real data');
      await take('idle');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await reached(page, MIDDLE);
      await take('running');
      await reached(page, LAST);
      await take('ended');
      await page.close();
    }
  }
}

async function takeEmbed(browser: Browser, site: string): Promise<void> {
  const page = await open(browser, `${site}embed.html`, [720, 900]);
  await page.screenshot({ path: `${FOLDER}/embed-idle.png`, fullPage: true });
  await page.getByRole('button', { name: /^Run/ }).click();
  await reached(page, MIDDLE);
  await page.screenshot({ path: `${FOLDER}/embed-running.png`, fullPage: true });
  await page.close();
}

async function takeArticle(browser: Browser, site: string): Promise<void> {
  const page = await open(browser, `${site}article/`, [1366, 768]);
  await page.screenshot({ path: `${FOLDER}/article.png` });
  await page.close();
}

const executablePath = await findBrowser();
if (!executablePath) throw new Error('No browser was found: `npm run verify` installs one.');
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
const site = await serve('dist', 4173, { search: true });
await takeStage(browser, site);
await takeEmbed(browser, site);
await takeArticle(browser, site);
await browser.close();
process.exit(0);
