import { expect } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

/** 16 runs of one Gaussian: mean and median part. */
const GAUSSIANS =
  'model=gaussian&dim=1&replicates=16&loop=fully-synthetic,fresh-data&initialReal=30&synthetic=30&real=10&generations=20&scores=frechetDistance&speed=max';

test('a chart opens large, its reading follows pointer and keyboard, its bar looks closer, and what draws it comes only then', async ({ page }) => {
  const lab = new Lab(page);
  const late: string[] = [];
  page.on('request', (request) => /Enlarge/.test(request.url()) && late.push(request.url()));
  await lab.open('backend=wasm&generations=6&speed=max');
  await lab.button('Run').click();
  await lab.expectEnded(6);
  expect(late).toEqual([]);
  const recall = page.getByRole('figure', { name: 'Recall', exact: true });
  await recall.getByRole('button', { name: 'Enlarge' }).click();
  const dialog = page.getByRole('dialog', { name: 'Recall' });
  await expect(dialog.locator('[data-line=fully-synthetic]').first()).toBeVisible();
  expect(late.length).toBeGreaterThan(0);

  const values = dialog.getByRole('table', { name: /^Generation 6 of 6/ });
  await expect(values.getByRole('row')).toHaveCount(4);
  const slider = dialog.getByRole('slider', { name: 'Generation', exact: true });
  await slider.press('ArrowLeft');
  await expect(dialog.getByRole('table', { name: /^Generation 5 of 6/ })).toBeVisible();
  await expect(lab.timeline).toHaveValue('5');
  const grid = dialog.locator('.recharts-cartesian-grid');
  // where it lies may still change as the chart gets its size
  await expect(async () => {
    const plot = await grid.boundingBox();
    if (!plot) throw new Error('no plot');
    await page.mouse.move(plot.x + 2, plot.y + plot.height / 2);
    await expect(dialog.getByRole('table', { name: /^Generation 1 of 6/ })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.mouse.move(0, 0);
  await expect(dialog.getByRole('table', { name: /^Generation 5 of 6/ })).toBeVisible();

  await dialog.locator('.recharts-brush-traveller').last().press('ArrowLeft');
  await expect(dialog).toContainText('Generations 1 to 5 of 6.');
  await dialog.getByRole('button', { name: 'Show the whole run' }).click();
  await expect(dialog).toContainText('Drag an end of the bar');

  await dialog.getByText('All generations as a table').click();
  await expect(dialog.getByRole('row')).toHaveCount(4 + 7);
  await page.keyboard.press('Escape');
  await expect(recall.getByRole('button', { name: 'Enlarge' })).toBeFocused();
});

test('of replicates it shows band or all runs, mean beside median, and either axis, while they run', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(GAUSSIANS);
  await page.getByRole('figure', { name: 'Variance of the model', exact: true }).getByRole('button', { name: 'Enlarge' }).click();
  const dialog = page.getByRole('dialog', { name: 'Variance of the model' });
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(dialog.getByRole('table', { name: /^Generation 20 of 20/ })).toBeVisible();
  await expect(dialog.locator('[data-band]')).toHaveCount(2);
  await expect(dialog.getByRole('radio', { name: 'logarithmic' })).toBeChecked();

  await dialog.getByRole('radio', { name: 'all runs' }).check();
  await expect(dialog.locator('[data-behind="single fully-synthetic"]')).toHaveCount(1);
  await expect(dialog.locator('[data-band]')).toHaveCount(0);
  await dialog.getByRole('checkbox', { name: 'mean beside the median' }).check();
  await expect(dialog.locator('[data-behind="mean fresh-data"]')).toHaveCount(1);
  await expect(dialog).toContainText('Where mean and median part');

  const heightOf = () => dialog.locator('[data-line=fully-synthetic]').first().getAttribute('d');
  const logarithmic = await heightOf();
  await dialog.getByRole('radio', { name: 'linear' }).check();
  await expect.poll(heightOf).not.toBe(logarithmic);
});

test('a run of another length, which Back and Forward bring, is another chart', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=12&evaluation=50&speed=max');
  await lab.run();
  await lab.expectEnded(12);
  await page.getByRole('figure', { name: 'Recall', exact: true }).getByRole('button', { name: 'Enlarge' }).click();
  const dialog = page.getByRole('dialog', { name: 'Recall' });
  await expect(dialog.locator('.recharts-brush-traveller')).toHaveCount(2);
  await page.evaluate(() => {
    history.pushState(null, '', location.href.replace('generations=12', 'generations=5'));
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(dialog.locator('.recharts-brush-traveller').last()).toHaveAttribute('aria-label', /generations 1 to 5$/);
  await page.goBack();
  await expect(dialog.locator('.recharts-brush-traveller').last()).toHaveAttribute('aria-label', /generations 1 to 12$/);
  await page.goForward();
  await expect(dialog.locator('.recharts-brush-traveller').last()).toHaveAttribute('aria-label', /generations 1 to 5$/);
  expect(complaints).toEqual([]);
});
