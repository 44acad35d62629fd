import { expect, type Page } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

const card = (page: Page, step: number) => page.getByRole('dialog', { name: new RegExp(`^Step ${step} of 4`) });
const anyCard = (page: Page) => page.getByRole('dialog', { name: /^Step/ });
const remembered = (page: Page) => page.evaluate(() => localStorage.length);
/** What the step marks: its nearest name for a reader. */
const marked = (page: Page) =>
  page
    .locator('[data-toured]')
    .evaluate(
      (element) => element.getAttribute('aria-label') ?? element.querySelector('label, figcaption button')?.textContent ?? element.textContent,
    );

test('a first visit is shown round in four steps, nothing moves before, and it is remembered only when it is over', async ({ page }) => {
  await page.goto('./');
  const lab = new Lab(page);
  await expect(card(page, 1)).toBeFocused();
  await expect(card(page, 1)).toHaveAccessibleDescription(/learns from real data/);
  await expect(page.getByRole('region', { name: 'Samples' })).not.toContainText('drawing the real data');
  expect(await marked(page)).toBe('Fully synthetic: the loop as a diagram');
  expect(await page.evaluate(() => document.getAnimations().length), 'nothing moves').toBe(0);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expect(lab.timeline).toBeDisabled();

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(card(page, 2)).toBeVisible();
  await expect(lab.button('Next')).toBeFocused();
  expect(await marked(page)).toBe('Run');
  await lab.button('Back').click();
  await expect(card(page, 1), 'Back took the focus with it').toBeFocused();
  await lab.button('Next').click();
  // what a step asks for can be done with the keys of the page
  await lab.button('Run').focus();
  await page.keyboard.press('Enter');
  await expect(card(page, 3)).toBeVisible();
  await expect(lab.button('Pause')).toBeFocused();
  expect(await marked(page)).toBe('Recall');
  await lab.button('Next').click();
  expect(await marked(page)).toBe('Generation shown');
  await expect(page.locator('[data-toured]')).toBeInViewport();
  expect(await remembered(page)).toBe(0);
  await lab.button('Done').click();
  await expect(anyCard(page)).toHaveCount(0);
  await expect(page.locator('[data-toured]')).toHaveCount(0);
  // Pause, or Run where the run has ended meanwhile
  await expect(page.getByRole('region', { name: 'Run', exact: true }).getByRole('button').first(), 'the focus is never lost').toBeFocused();
  expect(await remembered(page)).toBe(1);
  await page.goto('./');
  await expect(page.getByRole('region', { name: 'Samples' })).toContainText('real points');
  await expect(anyCard(page)).toHaveCount(0);
});

test('it can be skipped at each step, is found again in the help, and a link is never interrupted by it', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('./?backend=wasm');
  const lab = new Lab(page);
  await expect(page.getByRole('region', { name: 'Samples' })).toContainText('real points');
  await expect(anyCard(page)).toHaveCount(0);
  expect(fetched.filter((url) => url.includes('Tour'))).toEqual([]);
  expect(await remembered(page)).toBe(0);
  // a pointer that the last press left on a word would have its explanation closed instead
  const skipByKey = async () => {
    await page.mouse.move(0, 0);
    await expect(page.locator('[popover]:popover-open')).toHaveCount(0);
    await page.keyboard.press('Escape');
  };
  for (const [step, skip] of [
    [1, () => lab.button('Skip the tour').click()],
    [2, skipByKey],
    [3, () => lab.button('Skip the tour').click()],
    [4, skipByKey],
  ] as const) {
    await lab.button('Help').click();
    await lab.button('Take the tour').click();
    for (let i = 1; i < step; i++) await lab.button('Next').click();
    await expect(card(page, step)).toBeVisible();
    await skip();
    await expect(anyCard(page)).toHaveCount(0);
    await expect(lab.button('Help')).toBeFocused();
  }
  // a dialog, a typed number and an explanation keep their own Escape
  await lab.button('Help').click();
  await lab.button('Take the tour').click();
  await lab.field('Seed').fill('7');
  await page.keyboard.press('Escape');
  await expect(lab.field('Seed')).toHaveValue('1');
  await lab.button('Share').click();
  await expect(page.getByRole('dialog', { name: /^Share/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(page, 1)).toBeVisible();
  await skipByKey();
  await expect(anyCard(page)).toHaveCount(0);
});

test('at 320 px, and at 400 % zoom, the card is inside the window and leaves its button and what has the focus in sight', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const height of [640, 256]) {
    await page.setViewportSize({ width: 320, height });
    await page.goto('./');
    await page.evaluate(() => localStorage.clear());
    await page.goto('./');
    const lab = new Lab(page);
    for (let step = 1; step <= 4; step++) {
      const box = await card(page, step).boundingBox();
      if (!box) throw new Error('no card');
      expect([box.x >= 0, box.y >= 0, box.x + box.width <= 320, box.y + box.height <= height], `step ${step}`).toEqual([true, true, true, true]);
      const next = lab.button(step < 4 ? 'Next' : 'Done');
      await expect(next).toBeInViewport({ ratio: 1 });
      // nothing scrolls before the first press
      if (step > 1 || height > 256) await expect(page.locator('[data-toured]')).toBeInViewport();
      await next.click();
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  }
});
