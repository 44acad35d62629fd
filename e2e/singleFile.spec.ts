import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { findFirefox } from '../scripts/browser.mjs';
import { openFirefox } from './firefox';
import { test } from './journey';
import { Lab } from './lab';
import { blockWorkers, Lesson } from './lessonOnPage';
import { LESSONS, lessonOf, predictAll, stepOf, walk } from './walkLesson';

const DIGITS = 'model=vae&generations=2&steps=10&evaluation=50&initialReal=100&real=100&synthetic=100';
const whole = pathToFileURL(resolve('dist/mad-lab.html')).href;

test('an experiment exported as one HTML file runs from disk, with everything it needs and no network', async ({ page, context }) => {
  const lab = new Lab(page);
  await lab.open(DIGITS);
  await lab.button('Export').click();
  const [saved] = await Promise.all([page.waitForEvent('download'), lab.button('Export this experiment as one HTML file').click()]);
  const file = join(mkdtempSync(join(tmpdir(), 'mad-lab-')), saved.suggestedFilename());
  await saved.saveAs(file);
  await expect(page.getByText(/^Saved mad-lab-vae-seed-1\.html, \d\.\d MB\.$/)).toBeVisible();
  expect(statSync(file).size).toBeLessThan(8e6);
  await page.close();

  const other = await context.newPage();
  const requests: string[] = [];
  other.on('request', (request) => requests.push(request.url()));
  await other.goto(pathToFileURL(file).href);
  const alone = new Lab(other);
  await alone.expectOpen();
  await alone.run();
  await alone.expectEnded(2);
  expect(requests.filter((url) => !/^(data|blob):/.test(url))).toEqual([pathToFileURL(file).href]);
  // its links lead to the page that made it
  await alone.button('Share').click();
  await expect(other.getByRole('textbox', { name: 'Link' })).toHaveValue(/^http:\/\/localhost:\d+\/\?v=1&model=vae/);
});

test('mad-lab.html runs from disk: points in Chromium, digits in Firefox', async ({ page }) => {
  const lab = new Lab(page);
  await page.goto(`${whole}?generations=2&evaluation=200`);
  await lab.expectOpen();
  await lab.run();
  await lab.expectEnded(2);
  // the pictures of the gallery are in the file, too
  await lab.button('Presets').click();
  const picture = page.getByRole('dialog').locator('img').first();
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);

  test.skip(findFirefox() === null, 'no Firefox on this machine');
  const firefox = await openFirefox();
  try {
    const other = await firefox.newPage();
    await other.goto(`${whole}?${DIGITS}`);
    await (await other.waitForSelector('::-p-aria([name="Run"][role="button"])'))?.click();
    await expect.poll(() => other.evaluate(() => document.body.innerText), { timeout: 180_000 }).toContain('generation 2 of 2');
  } finally {
    await firefox.close();
  }
});

test('mad-lab.html has the lessons: each opens from disk, one is gone through to its end, and a run that can’t be computed comes recorded', async ({
  page,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const lesson = new Lesson(page);
  await page.goto(`${whole}?lesson=names`);
  await walk(lesson, lessonOf('names'));
  for (const { title, steps } of LESSONS) {
    await lesson.lab.button('Help').click();
    await page.getByRole('dialog').getByRole('link', { name: title }).click();
    await expect(lesson.card).toContainText(title);
    if (title !== lessonOf('names').title) await lesson.expectStep(steps[0].title);
  }

  await blockWorkers(page);
  await page.goto(`${whole}?lesson=bland-digits&step=keep`);
  await predictAll(lesson, stepOf('bland-digits', 'keep'));
  await expect(lesson.card).toContainText(/Recorded on \d+\.\d+\.\d+, same link\./);
  await expect(lesson.card).toContainText('You said 0; the run gives 10.');
  expect(requests.filter((url) => !/^(data|blob|file):/.test(url))).toEqual([]);
});
