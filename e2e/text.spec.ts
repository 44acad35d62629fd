import { expect, type Locator, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './journey';
import { Lab } from './lab';
import { smallTargets } from './targets';

const NAMES = 'dataset=names&generations=6';

/** What lies over the picture of a loop: a button, or a list once one has entered it. */
const words = (page: Page, loop: string, what = 'Names') => page.locator('[data-words]').and(page.getByLabel(`${what} of the ${loop} loop`));
const told = (page: Page) => page.locator('[data-told]');

test('names are read, one is chosen by keyboard and told of in every loop; Escape lets it go', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(NAMES);
  await expect(page.getByRole('region', { name: 'Samples' })).toContainText('500 real names to learn from');
  await expect(page.getByText('invented: no real name')).toHaveCount(1);
  await expect(words(page, 'fresh data'), 'real names are not asked about').toHaveCount(0);
  await expect.poll(() => lab.colours('Fully synthetic')).toBeGreaterThan(10);
  expect(await violations(page)).toEqual([]);
  await lab.run();
  await lab.expectEnded(6);

  await expect(lab.picture('Fully synthetic')).toHaveAccessibleName(
    /generation 6: text written by the model; \d+ of 26 first letters · \d+ different names$/,
  );
  await expect(words(page, 'fresh data')).toHaveAccessibleDescription(/^([^,]+, ){19}[^,]+$/);
  const scrolled = () => page.evaluate(() => scrollY);
  const before = await scrolled();
  await words(page, 'fresh data').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const name = await words(page, 'fresh data').getByRole('option', { selected: true }).getAttribute('aria-label');
  await expect(told(page), 'the same place in every loop').toHaveCount(3);
  await expect(page.locator('[data-told="fresh-data"]')).toContainText(name ?? 'nobody');
  await expect(page.locator('[data-told="fresh-data"]')).toContainText(/a real name|invented: no real name/);
  await expect(page.locator('[data-spot="chosen"]')).toHaveCount(3);
  expect(await scrolled(), 'nothing scrolls').toBe(before);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(told(page)).toHaveCount(0);
  await expect(words(page, 'fresh data')).toBeFocused();
});

test('a name is followed through the generations as text, which leads back to one of them', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(NAMES);
  await lab.run();
  await lab.expectEnded(6);
  await words(page, 'fully synthetic').click({ position: { x: 25, y: 25 } });
  const film = page.getByRole('region', { name: 'Text through the generations' });
  const rows = film.getByRole('table').locator('tbody tr');
  await expect(rows).toHaveCount(6);
  // what is told above stands in the same place of the film
  const expectSame = async (row: Locator) =>
    expect
      .poll(
        async () => (await row.locator('td').first().innerText()) === (await page.locator('[data-told="fully-synthetic"] [data-piece]').innerText()),
      )
      .toBe(true);
  await expectSame(rows.last());

  await lab.set('Place of the name', '2');
  await film.getByRole('button', { name: 'Show generation 3' }).click();
  await lab.expectShown(3);
  await expectSame(rows.nth(2));

  await film.locator('summary').filter({ hasText: 'Read the text of generation 3' }).click();
  await expect(film.locator('[data-invented="true"]').first()).toBeVisible();
  await expect(page.getByRole('figure', { name: 'First letters made' })).toBeVisible();
  const tail = page.getByRole('region', { name: 'Watch the tail' });
  await tail.getByText('Watch the tail').click();
  await tail.getByRole('checkbox', { name: /^Q\b/ }).check({ force: true });
  await lab.expectAddress({ watch: '16' });
  await expect(tail).not.toContainText(/dead|died|alive/);
  expect(await violations(page)).toEqual([]);
});

test('a book is a passage at 320 px, a word of it is told of by a tap; nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const lab = new Lab(page);
  await lab.open('dataset=moby-dick&generations=3');
  await lab.run();
  await lab.expectEnded(3);
  await expect(page.getByRole('region', { name: 'Samples' })).toContainText(/\d+ words alive \(\d+ at first\)/);
  await words(page, 'fully synthetic', 'Text').click({ position: { x: 40, y: 40 } });
  await expect(page.locator('[data-told="fully-synthetic"]')).toContainText(/in this passage/);
  await expect(page.getByText('How the passage begins')).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expect.poll(() => page.evaluate(smallTargets)).toEqual([]);
  expect(await violations(page)).toEqual([]);
});
