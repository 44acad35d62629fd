import { expect, type Page } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

/** The lines behind a score, as "kind loop": how many points each has. */
const behind = (page: Page, score: string) =>
  page
    .getByRole('figure', { name: score, exact: true })
    .locator('path[data-behind]')
    .evaluateAll((paths) => paths.map((path) => [path.getAttribute('data-behind'), (path.getAttribute('d') ?? '').split(/[ML]/).length - 1]));

test('what if: from a generation shown another way is taken, and the old future stays behind as it was', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('loop=fully-synthetic,fresh-data&generations=12&evaluation=200&seed=3');
  await lab.run();
  await lab.expectEnded(12);
  const before = await lab.table('Recall');
  await expect(lab.button('What if')).toBeDisabled();
  await lab.timeline.fill('4');
  await lab.button('What if').click();
  await expect(page.getByText('Move a slider, then press Resume.')).toBeVisible();
  expect(await lab.computed(), 'the future is gone').toBe(4);
  await expect
    .poll(() => behind(page, 'Recall'))
    .toEqual([
      ['ghost fully-synthetic', 9],
      ['ghost fresh-data', 9],
    ]);
  await lab.slider('Sampling bias λ').press('Home');
  await lab.button('Resume').click();
  await lab.expectEnded(12);
  const after = await lab.table('Recall');
  expect(after['Fully synthetic'].slice(0, 4)).toEqual(before['Fully synthetic'].slice(0, 4));
  expect(after['Fully synthetic'].slice(4)).not.toEqual(before['Fully synthetic'].slice(4));
  await expect(page.getByText('Faint lines: the discarded future after generation 4.')).toBeVisible();
  await expect(lab.figure('Recall')).toContainText('discarded future');

  // taking the change back leaves that future too, and the numbers are those of before
  await page.getByRole('button', { name: /^Remove the change from generation 5/ }).click();
  await expect(page.getByText('Faint lines: 2 discarded futures after generation 4.')).toBeVisible();
  await lab.button('Resume').click();
  await lab.expectEnded(12);
  expect(await lab.table('Recall')).toEqual(before);
  await lab.button('Clear faint lines').click();
  await expect.poll(() => behind(page, 'Recall')).toEqual([]);
  await expect(page.getByText('Faint lines')).toHaveCount(0);
});

test('a run that is kept stands beside the next one, with what differs, and travels in the link', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('loop=fully-synthetic&generations=8&evaluation=200&replicates=3');
  await lab.run();
  await lab.expectEnded(8);
  const kept = (await lab.table('Recall'))['Fully synthetic'];
  await expect.poll(() => behind(page, 'Recall')).toEqual([['single fully-synthetic', 24]]);
  await lab.button('Keep to compare').click();
  await expect(page.getByText('their lines coincide')).toBeVisible();

  await lab.button('Reset').click();
  await lab.set('Synthetic samples per generation', '50');
  await expect(page.getByText('Only the synthetic samples per generation differs: 50 here, 200 in the kept run.')).toBeVisible();
  await lab.button('Run').click();
  await lab.expectEnded(8);
  const table = await lab.table('Recall');
  expect(table['Fully synthetic, kept run']).toEqual(kept);
  expect(table['Fully synthetic']).not.toEqual(kept);
  await expect(page.getByRole('img', { name: /^Fully synthetic, kept run: / })).toBeVisible();

  // the link computes both anew, to the same numbers
  await page.reload();
  await expect(page.getByText('It is computed when you press Run.')).toBeVisible();
  await lab.run();
  await lab.expectEnded(8);
  await expect(page.getByText(/It is computed (when|to)/)).toHaveCount(0);
  await expect.poll(() => lab.table('Recall')).toEqual(table);

  await lab.button('Stop comparing').click();
  await expect(page.getByRole('img', { name: /kept run/ })).toHaveCount(0);
  expect((await lab.address()).has('compare')).toBe(false);
});
