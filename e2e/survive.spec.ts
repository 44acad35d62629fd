import { expect, type Page } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

const QUERY = 'backend=wasm&loop=fully-synthetic,fresh-data&generations=12&evaluation=200&seed=3';

/** Runs to a generation by hand, and waits until the address knows. */
async function stand(lab: Lab, generation: number): Promise<void> {
  await lab.run();
  await lab.expectEnded(12);
  await lab.timeline.fill(String(generation));
  await lab.expectAddress({ at: String(generation) });
}

const said = (page: Page, words: string) => expect(page.getByRole('region', { name: 'Run' })).toContainText(words);

test('a reload computes the run anew up to where it stood, to the same numbers, and says so', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(QUERY);
  // nothing has run
  await lab.expectAddress({ seed: '3', at: null });
  await stand(lab, 7);
  const before = (await lab.table('Recall'))['Fully synthetic'].slice(0, 7);
  await page.reload();
  await said(page, 'Recomputed to generation 7: the same numbers.');
  await lab.expectShown(7);
  await expect.poll(() => lab.computed()).toBe(7);
  expect((await lab.table('Recall'))['Fully synthetic']).toEqual(before);
  await lab.button('Resume').click();
  await lab.expectEnded(12);
  await expect(page.getByText('the same numbers')).toHaveCount(0);
});

test('Back from a preset leads to the run, where it stood, with its speed', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(QUERY);
  await stand(lab, 5);
  await lab.button('Presets').click();
  await page.getByRole('dialog').getByRole('link', { name: 'The rare go first', exact: true }).click();
  await lab.expectShown(0);
  await expect(lab.field('Speed')).toHaveValue('2/s');
  await page.goBack();
  await said(page, 'Recomputed to generation 5: the same numbers.');
  await lab.expectShown(5);
  await expect(lab.field('Speed')).toHaveValue('max');
});

test('a link to a generation opens there, and a bad one says what was taken', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(`${QUERY}&at=3&speed=8`);
  await said(page, 'Computed to generation 3, where this link stands.');
  await lab.expectShown(3);
  await expect(lab.field('Speed')).toHaveValue('8/s');
  await lab.open(`${QUERY}&at=300&speed=fast`);
  const notes = page.getByRole('region', { name: 'Notes' });
  await expect(notes).toContainText('at=300 is not a whole number from 0 to 12. 12 was taken.');
  await expect(notes).toContainText('speed=fast is not a number from 0.25 to 64, or max. 2 was taken.');
  await lab.expectEnded(12);
});

test('after Reset the address tells of no run', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(QUERY);
  await stand(lab, 4);
  await lab.button('Reset').click();
  await lab.expectAddress({ seed: '3', at: null });
});

test('Undo brings back what Reset took, by keyboard, and a preset’s forerunner, without computing it again', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(QUERY);
  await stand(lab, 7);
  const before = await lab.table('Recall');
  await lab.button('Reset').click();
  await lab.expectShown(0);
  await expect(page.getByRole('region', { name: 'Run' }).getByRole('status')).toContainText('Undo brings it back');
  await page.keyboard.press('Tab');
  await expect(lab.button('Undo')).toBeFocused();
  await page.keyboard.press('Enter');
  await lab.expectShown(7);
  await expect(lab.button('Resume'), 'the focus is not lost').toBeFocused();
  expect(await lab.table('Recall')).toEqual(before);

  await lab.button('Presets').click();
  await page.getByRole('dialog').getByRole('link', { name: 'The rare go first', exact: true }).click();
  await lab.button('Undo').click();
  await lab.expectShown(7);
  await lab.expectAddress({ seed: '3' });
  await expect(lab.button('Undo')).toHaveCount(0);
  await lab.button('Resume').click();
  await lab.expectEnded(12);
  expect(await lab.table('Recall')).toEqual(before);
});

test('the way back goes after ten seconds, with whoever stands on it led to Run', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(QUERY);
  await stand(lab, 2);
  await page.clock.install();
  await lab.button('Reset').click();
  await lab.button('Undo').focus();
  await page.clock.fastForward(10_000);
  await expect(lab.button('Undo')).toHaveCount(0);
  await expect(lab.button('Run')).toBeFocused();
});
