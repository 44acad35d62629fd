import { expect } from '@playwright/test';
import puppeteer, { type Browser, type Frame } from 'puppeteer-core';
import { BROWSER_FLAGS, findBrowser, findFirefox } from '../scripts/browser.mjs';
import { heightOf } from '../src/frame/heights';
import { openFirefox } from './firefox';
import { frameOf, Host, pageOf } from './hosts';
import { test } from './journey';

const FRAMES = { sandboxed: 'sandbox="allow-scripts"', plain: '' };
/** So few steps of digits that a test can wait for them: through tensors, wasm and classic digits all the same. */
const RUNS = {
  points: 'backend=wasm&evaluation=200&generations=3',
  digits: 'model=vae&backend=wasm&generations=3&steps=10&evaluation=50&initialReal=100&real=100&synthetic=100&loop=fully-synthetic,fresh-data',
  text: 'dataset=names&backend=wasm&generations=3',
};

/** More than the room that is kept, px: a line of a sentence. */
const MORE = 24;

/** As an option: pages that ask for it later need commands that Firefox 140 lacks. */
const WINDOW = { width: 900, height: 1200 };

async function launch(name: 'Chromium' | 'Firefox'): Promise<Browser | null> {
  if (name === 'Firefox') return findFirefox() ? openFirefox(WINDOW) : null;
  const executablePath = await findBrowser();
  return executablePath ? puppeteer.launch({ executablePath, args: BROWSER_FLAGS, headless: true, defaultViewport: WINDOW }) : null;
}

async function textOf(frame: Frame): Promise<string> {
  return frame.evaluate(() => document.body.innerText);
}

for (const name of ['Chromium', 'Firefox'] as const) {
  test(`the embed runs to its end in ${name}, sandboxed and plain, on a site that is not ours`, async ({ baseURL }) => {
    const browser = await launch(name);
    test.skip(browser === null, `no ${name} on this machine`);
    if (!browser) return;
    const pages: Record<string, string> = {};
    for (const [kind, attributes] of Object.entries(FRAMES)) {
      for (const [what, query] of Object.entries(RUNS)) pages[`/${kind}/${what}`] = pageOf(frameOf(`${baseURL}embed.html?${query}`, attributes));
    }
    const host = await Host.open(pages);
    try {
      for (const path of Object.keys(pages)) {
        const page = await browser.newPage();
        const faults: string[] = [];
        page.on('pageerror', (error) => faults.push(String(error)));
        page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
        await page.goto(`${host.origin}${path}`);
        const frame = await page.waitForFrame((other) => other.url().includes('/embed.html'));
        await frame.waitForSelector('#run');
        // a pointer would have to ask where the frame stands, which Firefox 140 does not tell
        await frame.$eval('#run', (button) => (button as HTMLElement).click());
        await expect.poll(() => textOf(frame), { message: `${name}${path}`, timeout: 180_000 }).toMatch(/generation 3 of 3/);
        expect(await textOf(frame), path).not.toContain('The run stopped');
        expect(faults, path).toEqual([]);
        await page.close();
      }
    } finally {
      host.close();
      await browser.close();
    }
  });
}

test('text fits the room that is kept for it, wide or narrow: nothing in it is cut off or scrolls', async ({ page }) => {
  for (const [dataset, width] of [
    ['names', 320],
    ['moby-dick', 320],
    ['names', 480],
    ['moby-dick', 760],
    ['names', 1000],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`./embed.html?dataset=${dataset}&generations=6&speed=max`);
    await page.locator('#run').click();
    await expect(page.getByText('generation 6 of 6')).toBeVisible();
    const where = `${dataset}, ${width} px`;
    const height = () => page.evaluate(() => document.body.getBoundingClientRect().height);
    await expect.poll(height, where).toBeLessThanOrEqual(heightOf(width, 'both', true) + MORE);
    // signs that fly along the diagrams leave the frame for a moment
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(width);
    const cut = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((element) => element.clientHeight > 1 && element.scrollHeight > element.clientHeight + 2)
          .filter((element) => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowY))
          .map((element) => `${element.tagName} ${element.className}`),
      );
    await expect.poll(cut, where).toEqual([]);
  }
});
