import { expect, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './journey';
import { Lab } from './lab';
import { smallTargets } from './targets';

const SMALL = 'backend=wasm&model=vae&generations=3&steps=20&initialReal=100&real=100&synthetic=100&evaluation=100&scores=recall';

const wall = (page: Page, loop: string) => page.locator('[data-wall]').and(page.getByLabel(`Digits of the ${loop} loop`));
const film = (page: Page, loop: string) => page.getByRole('img', { name: new RegExp(`^The nearest \\d in the ${loop} loop, generations`) });
const nearest = (page: Page, loop: string) => page.getByRole('img', { name: new RegExp(`^Nearest real digit to sample \\d+ in the ${loop} loop`) });

test('a digit is chosen by keyboard and followed while generations arrive, beside its nearest real digit; Escape lets it go', async ({ page }) => {
  const lab = new Lab(page);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await lab.open(SMALL);
  await expect(wall(page, 'fresh data'), 'real digits are not followed').toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await lab.set('Speed', 'max');
  await lab.button('Step').click();
  await expect.poll(() => lab.computed(), { timeout: 180_000 }).toBe(1);

  await expect(page.getByRole('gridcell'), 'a picture until one enters it').toHaveCount(0);
  const scrolled = () => page.evaluate(() => scrollY);
  const before = await scrolled();
  await wall(page, 'fresh data').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: /^An? \d through the generations$/ })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: 'Sample 10 of generation 1', selected: true })).toHaveCount(1);
  await expect(page.locator('[data-spot="followed"]'), 'one network, so the same place in every wall').toHaveCount(3);
  await expect(page.locator('[data-pane-film]'), 'a film under every wall').toHaveCount(3);
  expect(await scrolled(), 'nothing scrolls').toBe(before);
  await expect(film(page, 'fresh data')).toHaveAttribute('data-frames', '1');
  const loaded = fetched.length;
  await expect(nearest(page, 'fresh data')).toBeVisible();
  const first = page.getByRole('listitem').filter({ has: nearest(page, 'fresh data') });
  await expect(first).toContainText(/\d away/);
  await page.keyboard.press('ArrowRight');
  await expect(nearest(page, 'fully synthetic')).toHaveAccessibleName(/^Nearest real digit to sample 11 .*: an? \d$/);
  expect(
    fetched.slice(loaded).filter((url) => /digits\/|classifier/.test(url)),
    'the search loads nothing',
  ).toEqual([]);

  await lab.button('Resume').click();
  await lab.expectEnded(3);
  for (const loop of ['fully synthetic', 'synthetic augmentation', 'fresh data']) await expect(film(page, loop)).toHaveAttribute('data-frames', '3');
  await expect(page.getByRole('option', { name: 'Generation 3', selected: true })).toBeVisible();

  await page.getByRole('listbox', { name: 'Generations of the film' }).focus();
  await page.keyboard.press('Home');
  await lab.expectShown(1);
  await page.keyboard.press('ArrowRight');
  await lab.expectShown(2);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: /through the generations/ })).toHaveCount(0);
  await expect(wall(page, 'fresh data')).toBeFocused();
});

test('by pointer at 320 px: a tap follows, a frame scrubs, the shares are a table; nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const lab = new Lab(page);
  await lab.open(SMALL.replace('generations=3', 'generations=2'));
  await lab.run();
  await lab.expectEnded(2);
  const heightOf = () => page.evaluate(() => document.querySelector('section[aria-label="Samples"]')?.getBoundingClientRect().height);
  const height = await heightOf();
  await wall(page, 'fully synthetic').click({ position: { x: 3, y: 3 } });
  await expect(page.locator('[data-pane-film] [data-film]')).toHaveCount(3);
  await expect.poll(heightOf).toBe(height);
  await expect(nearest(page, 'fully synthetic')).toBeVisible();
  await page.getByRole('button', { name: 'Next sample' }).click();
  await expect(nearest(page, 'fully synthetic')).toHaveAccessibleName(/to sample 2 /);
  await page.getByRole('option', { name: 'Generation 1' }).click();
  await lab.expectShown(1);
  const figure = page.getByRole('figure', { name: 'Digits made' });
  await figure.getByRole('button', { name: 'View as table' }).click();
  const rows = await figure
    .getByRole('table', { name: 'Fresh data' })
    .evaluate((table) =>
      [...(table as HTMLTableElement).tBodies[0].rows].map((row) => [...row.cells].map((cell) => Number.parseFloat(cell.innerText))),
    );
  expect(rows).toHaveLength(2);
  for (const [, ...shares] of rows) {
    // ten rounded shares of one whole
    expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThanOrEqual(5);
  }
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await violations(page)).toEqual([]);
  await expect.poll(() => page.evaluate(smallTargets)).toEqual([]);
  await page.getByRole('button', { name: 'Stop following' }).click();
  await expect(wall(page, 'fully synthetic')).toBeFocused();
});
