import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { findFirefox } from '../scripts/browser.mjs';
import { openFirefox } from './firefox';
import { test } from './journey';
import { openServer } from './ownServer';

test.skip(findFirefox() === null, 'no Firefox on this machine');

const WINDOW = { width: 1024, height: 900 };
const POINTS = 'backend=wasm&generations=2&evaluation=200';
const NAMES = 'dataset=names&generations=2';
const DIGITS = 'model=vae&backend=wasm&steps=10&initialReal=64&synthetic=64&evaluation=50&loop=fully-synthetic&generations=2';

const textOf = (page: Page) => page.evaluate(() => document.body.innerText);

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect.poll(() => textOf(page), { timeout: 60_000 }).toMatch(/Press Run/);
}

/** Presses the button whose name begins so, as soon as it is there. */
async function press(page: Page, name: string): Promise<void> {
  const isPressed = () =>
    page.evaluate((start) => {
      const button = [...document.querySelectorAll('button')].find(({ disabled, innerText }) => !disabled && innerText.startsWith(start));
      button?.click();
      return button !== undefined;
    }, name);
  await expect.poll(isPressed).toBe(true);
}

test('Firefox: kept for offline, points, digits and names run when the server has ended', async () => {
  const [browser, server] = await Promise.all([openFirefox(WINDOW), openServer()]);
  try {
    const page = await browser.newPage();
    await open(page, `${server.address}?${POINTS}`);
    await press(page, 'Keep for offline');
    await expect.poll(() => textOf(page), { timeout: 180_000 }).toContain('Kept: works without a network.');
    await server.end();
    for (const query of [POINTS, DIGITS, NAMES]) {
      await open(page, `${server.address}?${query}`);
      await press(page, 'Run');
      await expect.poll(() => textOf(page), { timeout: 180_000 }).toContain('generation 2 of 2');
    }
  } finally {
    await server.end();
    await browser.close();
  }
});

test('Firefox: will it run here? It does, and each thing has its words', async ({ baseURL }) => {
  const browser = await openFirefox(WINDOW);
  try {
    const page = await browser.newPage();
    await page.goto(`${baseURL}check.html`);
    const code = () => page.evaluate(() => document.querySelector('textarea')?.value ?? '');
    await expect.poll(code, { timeout: 120_000 }).toMatch(/MAD1-J1-B1-M1-W1-A2-G\d-F1-S1-O1-X\d+x\d+-P\d+-D(\d+|L)$/);
  } finally {
    await browser.close();
  }
});

test('Firefox: a lesson keeps its run back until something is predicted, and shows both', async ({ baseURL }) => {
  const browser = await openFirefox(WINDOW);
  try {
    const page = await browser.newPage();
    await page.goto(`${baseURL}?lesson=cure&step=loops`);
    await press(page, 'Keep this order');
    expect(await textOf(page)).not.toContain('of 8 modes');
    await page.type('[rows="2"]', 'a guess');
    await page.click('::-p-aria([name="guessing"][role="radio"])');
    await press(page, 'Commit prediction');
    await press(page, 'Commit for good');
    await expect.poll(() => textOf(page), { timeout: 60_000 }).toContain('The run: synthetic augmentation 8, fresh data 8, fully synthetic 6.');
    await expect.poll(() => textOf(page)).toContain('of 8 modes');
  } finally {
    await browser.close();
  }
});

test('Firefox: a map is drawn, and a square leads to its run', async ({ baseURL }) => {
  const browser = await openFirefox(WINDOW);
  try {
    const page = await browser.newPage();
    await page.goto(`${baseURL}?model=gaussian&loop=fresh-data&${POINTS}&map=bias:0.5..1/3,synthetic:10..640/3,score:w2Squared`);
    await expect.poll(() => textOf(page), { timeout: 60_000 }).toContain('All 9 squares are computed.');
    await press(page, 'Open this run');
    await expect.poll(() => textOf(page)).toContain('generation 2 of 2');
  } finally {
    await browser.close();
  }
});

test('Firefox: in forced colours a slider has its whole track, and arrows move radios', async ({ page: decoder, baseURL }) => {
  const browser = await openFirefox(WINDOW, { 'browser.display.document_color_use': 2 });
  try {
    const page = await browser.newPage();
    await open(page, `${baseURL}?${POINTS}`);
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    const { x, y, width, height } = await page.$eval('[type="range"][aria-label="Speed"]', (slider) => slider.getBoundingClientRect().toJSON());
    const picture = await page.screenshot({ encoding: 'base64', clip: { x, y, width, height } });
    /** whether each column of pixels holds more than one colour: the ground, and something on it */
    const drawn = await decoder.evaluate(async (png) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const columnAt = (at: number) => new Uint32Array(context.getImageData(at, 0, 1, image.height).data.buffer);
      return Array.from({ length: image.width }, (_, at) => new Set(columnAt(at)).size > 1);
    }, picture);
    expect(drawn.length).toBeGreaterThan(200);
    // a track may end half a thumb before the slider does
    expect(drawn.slice(8, -8).filter((isDrawn) => !isDrawn)).toEqual([]);

    await page.focus('[type="radio"]:checked');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.evaluate(() => location.search)).toContain('model=vae');
  } finally {
    await browser.close();
  }
});
