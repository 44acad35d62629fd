import { expect } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

test('a bad link is repaired with a note, never blank, and from then on the address follows the controls', async ({ page }) => {
  const lab = new Lab(page);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await lab.open('v=1&generations=99999&loop=nonsense&seed=-3&bias=banana&wat=1&changes=x;3:seed=4&%E0%A4%A');
  const notes = page.getByRole('region', { name: 'Notes' });
  for (const key of ['generations', 'loop', 'seed', 'bias', 'wat', 'changes']) await expect(notes).toContainText(key);
  await lab.unfold('Set up');
  await expect(lab.field('Generations')).toHaveValue('2000');
  await expect(page.getByRole('region', { name: 'Samples' }).getByRole('img')).toHaveCount(3);
  await expect(lab.button('Run')).toBeEnabled();
  await notes.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notes).toHaveCount(0);

  await lab.set('Seed', '42');
  await lab.expectAddress({ seed: '42' });
  await page.getByRole('radio', { name: 'Gaussian', exact: true }).first().check({ force: true });
  await lab.expectAddress({ model: 'gaussian', wat: null });
  await page.reload();
  await lab.unfold('Set up');
  await expect(lab.field('Seed')).toHaveValue('42');
  expect(errors).toEqual([]);
});
