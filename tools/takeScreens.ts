/**
 * `npm run screens`: what the page, an enlarged chart, a map, the embed and the article look like, of real runs on the production build (`npm run build` first), into
 * docs/screens: at every size and theme that they are made for, before, in and after a run. Look at them before you say that it is beautiful.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
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
const QUALITY = 0.92;

const shown = (page: Page) => page.getByRole('slider', { name: 'Generation shown' });

const reached = (page: Page, generation: number) =>
  expect.poll(async () => Number(await shown(page).inputValue()), { timeout: 120_000, intervals: [50] }).toBeGreaterThanOrEqual(generation);

async function open(browser: Browser, address: string, [width, height]: readonly [number, number]): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** In a format that browsers write themselves, and that takes half of a PNG. */
async function take(browser: Browser, page: Page, name: string, fullPage = false): Promise<void> {
  const png = (await page.screenshot({ fullPage })).toString('base64');
  const blank = await browser.newPage();
  const webp = await blank.evaluate(
    async ({ source, quality }) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: image.width, height: image.height });
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', quality).split(',')[1];
    },
    { source: `data:image/png;base64,${png}`, quality: QUALITY },
  );
  await blank.close();
  writeFileSync(`${FOLDER}/${name}.webp`, Buffer.from(webp ?? '', 'base64'));
}

async function takeOneStage(browser: Browser, site: string, screen: readonly [number, number], theme: string): Promise<void> {
  const page = await open(browser, `${site}?backend=wasm&theme=${theme}`, screen);
  const takeState = (state: string) => take(browser, page, `stage-${screen[0]}-${theme}-${state}`);
  await expect(page.getByRole('region', { name: 'Samples' })).not.toContainText('drawing the real data');
  await takeState('idle');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await reached(page, MIDDLE);
  await takeState('running');
  await reached(page, LAST);
  await expect(page.getByRole('button', { name: 'Go back and save it' })).toBeVisible();
  await takeState('ended');
  await page.close();
}

async function takeStages(browser: Browser, site: string): Promise<void> {
  for (const screen of SCREENS) await Promise.all(THEMES.map((theme) => takeOneStage(browser, site, screen, theme)));
}

async function takeEnlarged(browser: Browser, site: string): Promise<void> {
  const page = await open(browser, `${site}?backend=wasm&speed=max`, [1366, 768]);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await reached(page, LAST);
  await page.getByRole('button', { name: 'Enlarge' }).first().click();
  await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
  await take(browser, page, 'enlarged');
  await page.close();
}

async function takeMap(browser: Browser, site: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    const map = 'bias:0.3..1/16,synthetic:10..2000/16,score:w2Squared,replicates:8';
    const page = await open(
      browser,
      `${site}?model=gaussian&loop=fresh-data&initialReal=200&real=200&generations=30&backend=wasm&theme=${theme}&map=${map}`,
      [1440, 900],
    );
    await expect(page.getByRole('dialog')).toContainText('All 256 squares are computed.', { timeout: 120_000 });
    await expect(page.locator('[data-curve="30"]')).toBeVisible();
    await take(browser, page, `map-${theme}`);
    await page.close();
  }
}

async function takeEmbed(browser: Browser, site: string): Promise<void> {
  const page = await open(browser, `${site}embed.html`, [720, 900]);
  await take(browser, page, 'embed-idle', true);
  await page.getByRole('button', { name: /^Run/ }).click();
  await reached(page, MIDDLE);
  await take(browser, page, 'embed-running', true);
  await page.close();
}

async function takeArticle(browser: Browser, site: string): Promise<void> {
  const page = await open(browser, `${site}article/`, [1366, 768]);
  await take(browser, page, 'article');
  await page.close();
}

const executablePath = await findBrowser();
if (!executablePath) throw new Error('No browser was found: `npm run verify` installs one.');
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
const site = await serve('dist', 4173, { search: true });
await takeStages(browser, site);
await takeEnlarged(browser, site);
await takeMap(browser, site);
await takeEmbed(browser, site);
await takeArticle(browser, site);
await browser.close();
process.exit(0);
