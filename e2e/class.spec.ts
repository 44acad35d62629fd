import { expect, type Locator, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './journey';
import { Lab } from './lab';

/** Radio buttons that can be seen, and so would lie on the words that are pressed. */
const seenRadios = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('input[type=radio]')].filter((radio) => getComputedStyle(radio).opacity !== '0').length);

async function sideOf(code: Locator): Promise<number> {
  const { width = 0, height = 0 } = (await code.boundingBox()) ?? {};
  expect(Math.abs(width - height)).toBeLessThan(2);
  return width;
}

test('a desk has the seed of its number, says so, and keeps it over a reload; its shared link has the plain seed', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('v=1&generations=4&seed=5#desk=12');
  await expect(page.getByRole('banner')).toContainText('Desk 12: seed 12');
  await lab.unfold('Set up');
  await expect(lab.field('Seed')).toHaveValue('12');
  await expect.poll(() => page.url()).toContain('seed=12#desk=12');
  await page.reload();
  await expect(page.getByRole('banner')).toContainText('Desk 12: seed 12');
  await lab.button('Share').click();
  await expect(page.getByRole('textbox', { name: 'Link', exact: true })).toHaveValue(/\?v=1&generations=4&seed=12&backend=wasm$/);
  await page.keyboard.press('Escape');

  // the number in the address is changed by hand
  await page.evaluate(() => {
    location.hash = '#desk=13';
  });
  await expect(page.getByRole('banner')).toContainText('Desk 13: seed 13');
  await page.evaluate(() => {
    location.hash = '#desk=the window';
  });
  await expect(page.getByText(/^desk=the window is not a whole number from 1 to 999\./)).toBeVisible();
});

test('the projector tells desk and seed', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('generations=3&theme=projector#desk=7');
  await expect(page.getByText('Desk 7: seed 7')).toBeAttached();
  await expect(page.getByText('seed 7', { exact: true })).toBeVisible();
  await lab.open('generations=3&theme=projector&seed=41');
  await expect(page.getByText('seed 41', { exact: true })).toBeVisible();
});

test('a QR code fills the screen with its link in large type, and Escape leads back to where it was', async ({ page }) => {
  const lab = new Lab(page);
  for (const [width, height] of [
    [1366, 768],
    [1024, 768],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    await lab.open('generations=4&dataset=long-tail');
    if (width < 400) await lab.button('More').click();
    await lab.button('Share').click();
    const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
    const code = page.getByRole('button', { name: 'QR code of this link, on the full screen' });
    await code.click();
    const full = page.getByRole('dialog', { name: 'QR code on the full screen' });
    await expect(full.getByText(link)).toBeVisible();
    expect(await sideOf(full.locator('svg'))).toBeGreaterThanOrEqual(Math.min(width, height) - 1);
    expect(await full.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(255, 255, 255)');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(full).toHaveCount(0);
    await expect(page.getByRole('dialog', { name: 'Share this experiment' })).toBeVisible();
    await expect(code).toBeFocused();
  }
});

test('what a link locks is dim words behind a padlock, with the reason', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('lock=real,synthetic,bias,seed,dataset,model,kind');
  await lab.unfold('Set up');
  await expect(page.getByText('Locked by the link', { exact: true }).and(page.locator('p'))).toBeVisible();
  expect(await seenRadios(page)).toBe(0);
  const faded = page.getByRole('radio', { name: 'Long tail' }).locator('xpath=..');
  expect(await faded.evaluate((label) => getComputedStyle(label).opacity)).toBe('0.6');
  for (const name of ['Seed', 'Fresh real samples per generation']) await expect(lab.field(name)).toBeDisabled();
  await expect(lab.field('Generations')).toBeEnabled();
  // all of it hidden leaves no empty fold behind
  await lab.open('hide=model,dataset,loop,initialReal,generations,seed,replicates,memory,advanced');
  await expect(lab.slider('Sampling bias λ')).toBeVisible();
  await expect(page.locator('summary').filter({ hasText: /^Set up/ })).toHaveCount(0);
});
