import { expect } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

test('“how this is computed” is the repository’s own text, with chapters to go to', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('');
  await page.getByRole('button', { name: 'How this is computed' }).click();
  const dialog = page.getByRole('dialog', { name: 'How this is computed' });
  for (const name of ['Symbols', 'Data', 'Models', 'Scores', 'Noise floor', 'Where MAD Lab differs from the papers']) {
    await expect(dialog.getByRole('heading', { name, exact: true })).toBeAttached();
  }
  await dialog.getByRole('link', { name: 'Noise floor' }).click();
  await expect(dialog.getByRole('heading', { name: 'Noise floor' })).toBeInViewport();
  expect(new URL(page.url()).hash).toBe('');
  await expect(dialog.getByRole('region', { name: /^Table: symbol/ })).toContainText('sampling bias');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
