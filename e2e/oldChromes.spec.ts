import { expect } from '@playwright/test';
import puppeteer, { type Page } from 'puppeteer-core-19';
import { findOldChrome, OLD_CHROMES } from '../scripts/oldChromes.mjs';
import { test } from './journey';

const NAMES = 'dataset=names&seed=4&generations=4';
const DIGITS = 'model=vae&seed=4&generations=3&steps=10&evaluation=50&initialReal=100&real=50&synthetic=50';

const SPEECH = 'dataset=speech&loop=fully-synthetic&generations=1&initialReal=60&steps=10&evaluation=50';

const MAP =
  'model=gaussian&loop=fresh-data&backend=wasm&generations=4&initialReal=100&real=100&map=bias:0.5..1/3,synthetic:10..640/3,score:w2Squared';

const TREATED =
  'loop=fresh-data-with-nothing,fresh-data-with-refill,fresh-data-with-archive,fresh-data-with-weights&web=.9,3,1&backend=wasm&generations=4&evaluation=200';

/** All in one process, and drawn by the processor, as their makers run them. */
const FLAGS = ['--no-sandbox', '--no-zygote', '--single-process', '--disable-gpu', '--disable-dev-shm-usage'];

const words = (page: Page) => page.evaluate(() => document.body.innerText);
const press = async (page: Page, name: string) => {
  await page.waitForSelector(`aria/${name}[role="button"]`);
  // not by its place: cards and explanations may lie over it
  await page.$eval(`aria/${name}[role="button"]`, (button) => (button as HTMLButtonElement).click());
};

/** The story of the first visit, until something is lost for good. */
async function tellStory(page: Page): Promise<void> {
  await press(page, 'Show me the story');
  await press(page, 'Start');
  await expect.poll(() => words(page), { timeout: 180_000 }).toContain('gone for good');
  await press(page, 'Next');
  await page.waitForSelector('[data-told]');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('[data-story]'));
  await press(page, 'Reset');
}

/** An explanation opens beside its word, in the window, over all else, and Escape closes it. */
async function explain(page: Page, word: string): Promise<void> {
  await press(page, word);
  const note = await page.waitForSelector('[popover]');
  await page.waitForFunction((element) => element?.textContent !== '…', {}, note);
  const seen = () =>
    note?.evaluate((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const top1 = document.elementFromPoint(left + 10, top + 10);
      return {
        text: element.textContent,
        inside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
        onTop: element.contains(top1),
      };
    });
  await expect.poll(seen).toMatchObject({ inside: true, onTop: true, text: expect.stringContaining('Source:') });
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('[popover]'));
}

/** A real spoken digit is heard at a press, and not before. */
async function hear(page: Page, address: string): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const { start } = AudioBufferSourceNode.prototype;
    Object.assign(window, { sounds: 0 });
    AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode, ...when) {
      (window as unknown as { sounds: number }).sounds++;
      start.apply(this, when);
    };
  });
  const sounds = () => page.evaluate(() => (window as unknown as { sounds: number }).sounds);
  await page.goto(address);
  await page.waitForSelector('[data-wall]');
  await page.focus('[data-wall]');
  expect(await sounds()).toBe(0);
  await page.keyboard.press('ArrowRight');
  await expect.poll(sounds).toBe(1);
}

/** A lesson to its first reveal. */
async function predict(page: Page): Promise<void> {
  await press(page, 'Keep this order');
  expect(await words(page)).not.toContain('of 8 modes');
  await page.type('[rows="2"]', 'a guess');
  await page.$eval('aria/guessing[role="radio"]', (radio) => (radio as HTMLInputElement).click());
  await press(page, 'Commit prediction');
  await press(page, 'Commit for good');
  await expect.poll(() => words(page), { timeout: 60_000 }).toContain('The run: synthetic augmentation 8, fresh data 8, fully synthetic 6.');
  await expect.poll(() => words(page)).toContain('of 8 modes');
}

for (const { version } of OLD_CHROMES)
  test(`Chromium ${version}: first visit, points, an explanation, a dialog, a lesson, treatments, digits past generation 2, and a spoken one`, async ({
    baseURL,
  }) => {
    const executablePath = findOldChrome(version);
    test.skip(executablePath === null, `no Chromium ${version} here: npm run verify fetches it for x64 Linux`);
    if (!executablePath) return;
    const browser = await puppeteer.launch({ executablePath, args: FLAGS, headless: true });
    try {
      expect(await browser.version()).toContain(`/${version.split('.')[0]}.`);
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(String(error)));
      await page.goto(String(baseURL));
      await tellStory(page);
      await press(page, 'Run');
      await expect.poll(() => words(page), { timeout: 180_000 }).toMatch(/generation ([3-9]|\d\d+) of/);
      await press(page, 'Pause');
      await explain(page, 'Recall');
      await press(page, 'Share');
      await page.waitForSelector('dialog[open]');
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !document.querySelector('dialog[open]'));
      await press(page, 'Enlarge');
      await page.waitForSelector('dialog[open] .recharts-brush');
      await page.waitForSelector('dialog[open] [data-line]');
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !document.querySelector('dialog[open]'));

      await page.goto(`${baseURL}?lesson=cure&step=loops`);
      await predict(page);

      await page.goto(`${baseURL}?${MAP}`);
      await expect.poll(() => words(page), { timeout: 60_000 }).toContain('All 9 squares are computed.');
      await page.waitForSelector('[data-boundary]');
      await page.waitForSelector('[data-curve="4"]');
      await press(page, 'Open this run');
      await expect.poll(() => words(page)).toContain('generation 4 of 4');

      await page.goto(`${baseURL}?${TREATED}`);
      await press(page, 'Run');
      await expect.poll(() => words(page), { timeout: 60_000 }).toContain('Generation 4 against generation 1.');
      await page.goto(`${baseURL}?${NAMES}`);
      await press(page, 'Run');
      await expect.poll(() => words(page), { timeout: 60_000 }).toContain('generation 4 of 4');
      await expect.poll(() => words(page)).toMatch(/\d+ of 26 first letters/);

      await page.goto(`${baseURL}?${DIGITS}`);
      await press(page, 'Run');
      await expect.poll(() => words(page), { timeout: 180_000 }).toMatch(/generation 3 of 3/);
      await page.waitForSelector('[data-rung=wasm]');
      await explain(page, 'Class entropy');
      await page.screenshot({ path: `test-results/chromium-${version}.png` });
      await hear(page, `${baseURL}?${SPEECH}`);
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });
