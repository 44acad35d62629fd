import { expect } from '@playwright/test';
import { GALLERY } from '../src/ui/gallery/groups';
import { test } from './journey';
import { Lab } from './lab';

const PRESETS = GALLERY.flatMap(({ presets }) => presets);
const COUNT = PRESETS.length;
const LAST = PRESETS[COUNT - 1].title;

test('the gallery shows every preset with a picture of its run, and opens the one that is chosen', async ({ page }) => {
  const lab = new Lab(page);
  const pictures: string[] = [];
  const code: string[] = [];
  page.on('request', (request) => request.url().endsWith('.js') && code.push(request.url()));
  page.on(
    'response',
    (response) => response.url().includes('/presets/') && pictures.push(`${response.status()} ${new URL(response.url()).pathname}`),
  );
  await lab.open('backend=wasm&seed=3');
  await page.waitForLoadState('networkidle');
  expect(pictures).toEqual([]);
  expect(code.length).toBeGreaterThan(2);
  expect(code.filter((url) => /(Dialog|QrCode|FigureChoice|openFile|ModelText)-/.test(url))).toEqual([]);

  await lab.button('Presets').click();
  const dialog = page.getByRole('dialog', { name: 'Presets' });
  for (const { name } of GALLERY) await expect(dialog.getByRole('region', { name })).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Stories' })).toContainText('25 s · for class');
  const cards = dialog.getByRole('link');
  await expect(cards).toHaveCount(COUNT);
  for (const card of await cards.all()) await expect(card).toHaveAccessibleDescription(/\w+ \w+ \w+/);
  for (const picture of await dialog.locator('img').all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  }
  await expect(dialog.getByRole('button', { name: 'Close' }), 'it stays in sight').toBeInViewport({ ratio: 1 });
  await expect.poll(() => pictures.length).toBe(COUNT);
  expect(pictures.filter((answer) => !answer.startsWith('200 '))).toEqual([]);

  // the picture is part of the target, not the words alone
  const card = dialog.getByRole('listitem').filter({ hasText: 'The rare go first' });
  const link = await card.getByRole('link').evaluate((anchor) => new URL((anchor as HTMLAnchorElement).href).search.slice(1));
  await card.locator('img').click({ force: true });
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Preset', exact: true })).toContainText('The rare go first');
  await expect.poll(async () => (await lab.address()).toString()).toBe(link);
  expect(link).toContain('dataset=long-tail');
  await page.goBack();
  await lab.unfold('Set up');
  await expect(lab.field('Seed')).toHaveValue('3');
});

test('by keyboard and on a phone the gallery leads to its last preset, and nothing lies outside', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  await lab.button('Presets').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Presets' });
  await expect(dialog.getByRole('link')).toHaveCount(COUNT);
  await expect.poll(() => dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  for (let i = 0; i < COUNT; i++) await page.keyboard.press('Tab');
  await expect(dialog.getByRole('link', { name: LAST })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Preset', exact: true })).toContainText(LAST);

  await lab.button('Presets').click();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(lab.button('Presets')).toBeFocused();
});

test('without a connection the gallery says so, and the run is safe', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=2&evaluation=50');
  await lab.run();
  await lab.expectEnded(2);
  await page.route('**/assets/GalleryDialog*', (route) => route.abort());
  await lab.button('Presets').click();
  await expect(page.getByRole('dialog', { name: 'Not loaded' })).toContainText('The run is safe');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await lab.expectShown(2);
  await lab.button('Share').click();
  await expect(page.getByRole('dialog', { name: 'Share this experiment' })).toBeVisible();
});
