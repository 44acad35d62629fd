import { expect, type Locator, type Page } from '@playwright/test';
import { violations } from './axe';
import { framesLater } from './frames';
import { test } from './journey';
import { Lab } from './lab';

const opened = (page: Page): Locator => page.locator('[popover]:popover-open');
const about = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

test('a control, a score and a loop explain themselves when pressed, not in passing; what is exact is one press further', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  const term = about(page, 'About Sampling bias λ');
  await framesLater(page);
  const place = await lab.slider('Sampling bias λ').boundingBox();
  await term.hover();
  await term.click();
  await expect(opened(page)).toContainText('quality bought with diversity');
  await expect(opened(page).locator('math')).toBeHidden();
  await opened(page)
    .getByText(/^Formula/)
    .click();
  await expect(opened(page).locator('math')).toHaveAttribute('alttext', 'x ~ N(μ, λΣ)');
  await expect(opened(page)).toContainText('Source: Alemohammad et al.');
  await expect.poll(() => lab.slider('Sampling bias λ').boundingBox(), 'nothing moves').toEqual(place);
  await page.getByRole('heading', { name: 'MAD Lab' }).click();
  await expect(opened(page)).toHaveCount(0);
  await about(page, 'Recall').click();
  await expect(opened(page)).toHaveCount(1);
  await expect(opened(page)).toContainText('On this score, higher is better.');
  await opened(page).getByText('Formula, trap, source').click();
  await expect(opened(page)).toContainText('Beware:');
  await about(page, 'Fresh data').click();
  await expect(opened(page)).toHaveCount(1);
  await expect(opened(page)).toContainText('new real samples');
  await opened(page)
    .getByText(/source/i)
    .first()
    .click();
  await opened(page).getByRole('button', { name: 'How this is computed' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a word at a control is no Tab stop: F1 opens it from there, Escape leads back; a score has its own', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  await lab.field('Sampling bias λ').focus();
  await page.keyboard.press('Tab');
  await expect(lab.slider('Sampling bias λ')).toBeFocused();
  await expect(opened(page)).toHaveCount(0);
  await page.keyboard.press('F1');
  await expect(opened(page)).toContainText('quality bought with diversity');
  await expect(opened(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(opened(page)).toHaveCount(0);
  await expect(lab.slider('Sampling bias λ')).toBeFocused();
  await lab.field('Speed').focus();
  await page.keyboard.press('F1');
  await expect(opened(page)).toContainText('How many generations a second');
  await page.keyboard.press('Escape');

  const term = about(page, 'Recall');
  await term.focus();
  await expect(opened(page)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(term).toHaveAttribute('aria-expanded', 'true');
  await expect(term).toHaveAccessibleDescription(/higher is better/);
  await page.keyboard.press('Space');
  await expect(term).toHaveAttribute('aria-expanded', 'false');
  await expect(lab.button('Run'), 'Space on a word runs nothing').toBeVisible();
});

test('the keyboard is at the timeline after at most 21 stops, and past the controls after one', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  // by key, so that Tab begins at the page's first stop
  await page.keyboard.press('.');
  await lab.expectShown(1);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
  await page.keyboard.press('Tab');
  await expect.poll(focused).toBe('To the samples');
  const stops = [await focused()];
  while (stops.at(-1) !== 'Generation shown' && stops.length < 40) {
    await page.keyboard.press('Tab');
    stops.push(await focused());
  }
  expect(stops.length - 1, stops.join(' | ')).toBeLessThanOrEqual(21);
  await page.getByRole('link', { name: 'To the samples' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Samples' })).toBeFocused();
  expect(await page.evaluate(() => location.hash)).toBe('');
});

test('no violation, best practice included, while an explanation is open; names stay those of the controls', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  await lab.unfold('Set up');
  // a focus is the keyboard's only where the keyboard was used last
  await page.getByText('Advanced', { exact: true }).focus();
  await page.keyboard.press('Enter');
  for (const name of [
    'Sampling bias λ',
    'Fresh real samples per generation',
    'Synthetic samples per generation',
    'Initial real samples',
    'Generations',
    'Speed',
  ]) {
    await expect(lab.slider(name)).toHaveCount(1);
    await expect(lab.field(name)).toHaveCount(1);
  }
  for (const name of ['Seed', 'Replicates']) await expect(lab.field(name)).toHaveCount(1);
  await expect(page.getByRole('combobox', { name: 'Memory', exact: true })).toHaveCount(1);
  await expect(page.getByRole('group', { name: 'Loops', exact: true })).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'Fully synthetic', exact: true })).toHaveCount(1);
  await expect(lab.figure('Recall')).toHaveCount(1);
  for (const name of ['About Model', 'About Loops', 'About Memory', 'Synthetic augmentation', 'Recall']) {
    await about(page, name).click();
    await expect(opened(page)).toBeVisible();
    expect(await violations(page), name).toEqual([]);
    await expect(lab.figure('Recall')).toHaveCount(1);
    await expect(page.getByRole('heading', { name: 'Synthetic augmentation', exact: true })).toHaveCount(1);
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test('every explanation opens on a tap, lies inside 320 px, and its formula is not cut', async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('backend=wasm&model=gaussian&dim=2');
    for (const part of ['Set up', 'Advanced', 'More scores']) await lab.unfold(part);
    const terms = page.locator('button[aria-expanded][class*="term"]');
    // what was unfolded last may still be on its way
    await expect.poll(() => terms.count()).toBeGreaterThan(30);
    for (const term of await terms.all()) {
      const name = await term.innerText();
      await term.tap();
      await expect(opened(page), name).toHaveCount(1);
      await opened(page).locator('summary').tap();
      const box = async () => (await opened(page).boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 };
      // what grew is placed anew a moment later
      await expect
        .poll(async () => {
          const { x, y, width, height } = await box();
          return [x >= 0, x + width <= 320, y >= 0, y + height <= 640];
        }, name)
        .toEqual([true, true, true, true]);
      const { x, y } = await box();
      const cut = () =>
        opened(page).evaluate((note) =>
          [note, ...note.querySelectorAll('p')]
            .filter((part) => part.scrollWidth > part.clientWidth)
            .map((part) => `${part.textContent}: ${part.scrollWidth} of ${part.clientWidth} px`),
        );
      await expect.poll(cut, `${name} is wider than its note`).toEqual([]);
      const target = await term.evaluate((element) => element.getBoundingClientRect());
      expect(Math.min(target.width, target.height), name).toBeGreaterThanOrEqual(24);
      await page.touchscreen.tap(x + 20, y + 20);
      await expect(opened(page), 'a tap on it keeps it').toHaveCount(1);
      await page.keyboard.press('Escape');
    }
  });

  test('a second tap, or one elsewhere, closes it', async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('backend=wasm');
    const term = about(page, 'Fully synthetic');
    await term.tap();
    await expect(opened(page)).toBeVisible();
    await term.tap();
    await expect(opened(page)).toHaveCount(0);
    await term.tap();
    await expect(opened(page)).toBeVisible();
    // at the page's edge, above the note or below it
    const { y, height } = (await opened(page).boundingBox()) ?? { y: 0, height: 0 };
    await page.touchscreen.tap(2, y > 40 ? y - 20 : y + height + 20);
    await expect(opened(page)).toHaveCount(0);
  });
});

test('an explanation that is higher than the window is scrolled by keys, and nothing is wrong with it', async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 240 });
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  await about(page, 'Recall').focus();
  await page.keyboard.press('Enter');
  const note = opened(page);
  await note.getByText('Formula, trap, source').click();
  await about(page, 'Recall').focus();
  expect(await violations(page)).toEqual([]);
  await expect.poll(() => note.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeGreaterThan(20);
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => note.evaluate((box) => box.scrollTop)).toBeGreaterThan(0);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  // beside its words, some of which can be pressed
  await note.click({ position: { x: 5, y: 5 } });
  await expect(note).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await expect(about(page, 'Recall'), 'the focus is never lost').toBeFocused();
});
