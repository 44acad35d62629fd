import { expect } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

test('a link hides and locks controls, for the keyboard too, and says what it cannot', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('generations=3&view=samples&hide=share,export,diagram,seed&lock=bias,reset,run&theme=dark&run=auto&locale=fr');
  await expect(page.getByText('locale=fr is not known. Allowed: en.')).toBeVisible();
  // run=auto: nobody pressed anything, and nobody could
  await lab.expectEnded(3);
  for (const name of ['Share', 'Export']) await expect(lab.button(name)).toHaveCount(0);
  await lab.unfold('Set up');
  await expect(lab.field('Initial real samples')).toHaveCount(1);
  await expect(lab.field('Seed')).toHaveCount(0);
  await expect(page.getByRole('group', { name: /the loop as a diagram$/ })).toHaveCount(0);
  for (const name of ['Scores', 'Other curves']) await expect(page.getByRole('region', { name })).toHaveCount(0);
  await expect(lab.slider('Sampling bias λ')).toBeDisabled();
  await expect(lab.field('Sampling bias λ')).toBeDisabled();
  for (const name of ['Run', 'Reset']) await expect(lab.button(name)).toBeDisabled();
  await page.keyboard.press('r');
  await lab.expectShown(3);
  await page.keyboard.press('ArrowLeft');
  await lab.expectShown(2);
  // what is not locked works
  await lab.set('Synthetic samples per generation', '300');
  await expect(lab.field('Synthetic samples per generation')).toHaveValue('300');
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
});
