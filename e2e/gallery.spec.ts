import { expect, test } from '@playwright/test';
import { Lab } from './lab';

test('the gallery shows every preset with a picture of its run, and opens the one that is chosen', async ({ page }) => {
  const lab = new Lab(page);
  const pictures: string[] = [];
  page.on(
    'response',
    (response) => response.url().includes('/presets/') && pictures.push(`${response.status()} ${new URL(response.url()).pathname}`),
  );
  await lab.open('backend=wasm&seed=3');
  await page.waitForLoadState('networkidle');
  expect(pictures).toEqual([]);

  await lab.button('All presets').click();
  const dialog = page.getByRole('dialog', { name: 'All presets' });
  for (const name of ['Points', 'Digits', 'Published settings', 'Laws to check']) await expect(dialog.getByRole('region', { name })).toBeVisible();
  const cards = dialog.getByRole('link');
  await expect(cards).toHaveCount(18);
  for (const card of await cards.all()) {
    await card.scrollIntoViewIfNeeded();
    await expect.poll(() => card.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
    await expect(card).toHaveAccessibleName(/\w+ \w+ \w+ \w+ \w+/);
  }
  expect(pictures.length).toBe(18);
  expect(pictures.filter((answer) => !answer.startsWith('200 '))).toEqual([]);

  // the picture is part of the target, not the words alone
  await dialog.getByRole('link', { name: 'The rare go first' }).locator('img').click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Preset', exact: true })).toContainText('The rare go first');
  await expect.poll(async () => (await lab.address()).get('dataset')).toBe('long-tail');
  await page.goBack();
  await expect(lab.field('Seed')).toHaveValue('3');
});

test('by keyboard and on a phone the gallery leads to its last preset, and nothing lies outside', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  await lab.button('All presets').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'All presets' });
  await expect(dialog.getByRole('link')).toHaveCount(18);
  expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  // backwards past the dialog, which scrolls and so is a stop itself, and the browser's own
  await expect(async () => {
    await page.keyboard.press('Shift+Tab');
    await expect(dialog.getByRole('link', { name: 'A web that fills up' })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Preset', exact: true })).toContainText('A web that fills up');

  await lab.button('All presets').click();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(lab.button('All presets')).toBeFocused();
});
