import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { readPacks } from '../scripts/teach/packs';
import { MOST_PAGES, pagesIn, print, SIZES } from '../scripts/teach/print';
import { codeOf } from '../src/ui/share/codeOf';
import { violations } from './axe';
import { test } from './journey';
import { Lab } from './lab';

const WIDTHS = [320, 1024];
/** Another device sees the site by such a name, and never by that of the computer that the journey runs on. */
const ELSEWHERE = 'http://lab.example/';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter((path) => statSync(path).isFile());
const pages = filesIn('dist/teach').filter((path) => path.endsWith('.html'));

test('pages for teachers are accessible and fit a telephone, and what pupils get fits on its sheets, A4 and Letter', async ({ page }) => {
  for (const path of pages) {
    await page.goto(`/${path.replace(/^dist\//, '')}`);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page), `${path} at ${width}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} at ${width}`).toBeLessThanOrEqual(width);
    }
    const most = MOST_PAGES[path.replace(/^.*\//, '')];
    if (most === undefined) continue;
    for (const size of SIZES) {
      const count = pagesIn(await print(page, size));
      expect(count, `${path} on ${size}`).toBeGreaterThan(0);
      expect(count, `${path} on ${size}`).toBeLessThanOrEqual(most);
    }
  }
});

test('a code is drawn for the place where a page stands, and for no place that other devices do not reach', async ({ page, baseURL }) => {
  await page.goto('/teach/cure/worksheet.html');
  await expect(page.locator('.noCode')).toHaveCount(1);
  await page.route(`${ELSEWHERE}**`, async (route) => {
    const response = await route.fetch({
      url: route
        .request()
        .url()
        .replace(ELSEWHERE, baseURL ?? ''),
    });
    await route.fulfill({ response });
  });
  await page.goto(`${ELSEWHERE}teach/cure/worksheet.html`);
  const link = `${ELSEWHERE}?lesson=cure`;
  await expect(page.getByRole('link', { name: link })).toHaveAttribute('href', '../../?lesson=cure');
  const code = page.getByRole('img', { name: 'QR code of the lesson “Can it be cured?”' });
  await expect(code.locator('path')).toHaveAttribute('d', codeOf(link)?.outline ?? '');
});

test('no file but those of the pack holds a word of a key', () => {
  // what only a key says: the longest piece of each answer, of which no other text has the like by chance
  const piecesOf = (answer: string) => answer.split(/\{\{[^}]*\}\}|[.,;:]/).map((piece) => piece.trim());
  const longest = (answer: string) => piecesOf(answer).reduce((best, piece) => (piece.length > best.length ? piece : best), '');
  const answers = readPacks().flatMap(({ guide }) => (guide?.key ?? []).flatMap(({ answers: given }) => given?.four ?? []));
  const secrets = answers.map(longest).filter(({ length }) => length > 30);
  expect(secrets.length).toBeGreaterThan(2);
  const others = filesIn('dist').filter((path) => /\.(html|js|json|txt)$/.test(path) && !path.startsWith('dist/teach/'));
  for (const path of others) {
    const text = readFileSync(path, 'utf8');
    for (const secret of secrets) expect(text.includes(secret), `${path}: ${secret}`).toBe(false);
  }
});

test('the page’s help leads to the page for teachers, and that to a guide', async ({ page, context }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  await page.keyboard.press('?');
  const opened = context.waitForEvent('page');
  await page.getByRole('dialog').getByRole('link', { name: 'Teach', exact: true }).click();
  const teach = await opened;
  await expect(teach.getByRole('heading', { name: 'Teach with MAD Lab' })).toBeVisible();
  await teach.getByRole('link', { name: 'guide', exact: true }).first().click();
  await expect(teach.getByRole('heading', { name: 'What to say' })).toBeVisible();
});
