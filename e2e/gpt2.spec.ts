import { expect, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './journey';
import { Lab } from './lab';

const TITLE = 'GPT-2 and this page';
const panel = (page: Page) => page.getByRole('region', { name: 'GPT-2 beside this run' });

test('a language model’s published curves stand beside the run, which grows into them; its table has both numbers', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('dataset=addresses');
  await expect(panel(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Presets', exact: true }).click();
  await page.getByRole('dialog').getByRole('link', { name: TITLE, exact: true }).click();
  const words = lab.figure('Different words');
  await expect(words).toContainText(/GPT-2’s vocabulary falls to 61\s%/);
  await lab.run();
  await lab.expectEnded(5);

  await expect(words).toContainText(/Both fall: GPT-2’s vocabulary to 61\s%, ours to \d+\s%/);
  await expect(lab.figure('Held-out perplexity')).toContainText(/Both rise: GPT-2’s perplexity to 152\s%/);
  await expect(lab.figure('Perplexity of its own text')).toContainText('ours goes the other way');
  const table = await lab.table('Different words');
  const [theirs, ours] = ['GPT-2 0\u00a0%', 'ours 0\u00a0%'].map((name) => table[name]);
  expect(theirs).toEqual([5277, 4703, 4158, 3660, 3198]);
  expect(ours).toHaveLength(5);
  expect(ours).toEqual([...ours].sort((a, b) => b - a));
  expect(table['ours 10\u00a0%'][4]).toBeGreaterThan(ours[4]);
  expect(table['ours 50\u00a0%']).toBeUndefined();
  await expect(panel(page)).toContainText('model-collapse-web-data (2026)');
  expect(await violations(page)).toEqual([]);

  await lab.set('Synthetic samples per generation', '8000');
  await expect(panel(page), 'of another experiment nothing is told').toHaveCount(0);
});

test('half fresh text joins from the run that is opened beside; at 320 px nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const lab = new Lab(page);
  await lab.open('dataset=addresses');
  await page.getByRole('button', { name: 'Presets', exact: true }).click();
  await page.getByRole('dialog').getByRole('link', { name: TITLE, exact: true }).click();
  await page.getByRole('link', { name: 'Open beside a loop in which half is fresh' }).click();
  await lab.run();
  await lab.expectEnded(5);
  await expect(lab.figure('Different words')).toContainText(/with 50\s% fresh text to 102\s% and \d+\s%/);
  await expect.poll(async () => (await lab.table('Different words'))['ours 50\u00a0%']).toHaveLength(5);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await violations(page)).toEqual([]);
});
