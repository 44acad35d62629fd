import { expect, type Page } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

const noteOf = (page: Page) => page.getByRole('region', { name: 'Preset', exact: true });

async function choose(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Presets', exact: true }).click();
  await page.getByRole('dialog').getByRole('link', { name: title, exact: true }).click();
}

test('a published preset keeps what is known and what we measured beside its run, until it is another experiment', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&seed=3');
  await expect(noteOf(page)).toHaveCount(0);
  await choose(page, 'A poor start, the same end');
  const note = noteOf(page);
  await expect(note).toContainText('100 real samples instead of 1,000');
  await expect(note).toContainText(/Fig\. 10.*32\.0.*12\.27/);
  await expect(note).toContainText(/Measured here.*generation 1: 3\d\.\d \(.*generations 31 to 40: 12\.\d \(.*runs/);
  await lab.button('Step').click();
  await lab.expectShown(1);
  await expect(note).toBeVisible();
  await page.goBack();
  await lab.unfold('Set up');
  await expect(lab.field('Seed')).toHaveValue('3');
  await expect(note).toHaveCount(0);
  await page.goForward();
  await expect(note).toBeVisible();
  await lab.set('Synthetic samples per generation', '800');
  await expect(note).toHaveCount(0);
});

test('the words of a preset can be sent away, and come back when it is chosen again', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  await choose(page, 'Three loops, one ring');
  await expect(noteOf(page)).toContainText('Watch modes die');
  await noteOf(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(noteOf(page)).toHaveCount(0);
  await choose(page, 'Three loops, one ring');
  await expect(noteOf(page)).toContainText('Watch modes die');
});

test('on a phone what is known of a preset is folded', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  await choose(page, 'A web that fills up');
  await expect(noteOf(page)).not.toContainText('Measured here', { useInnerText: true });
  await noteOf(page).getByText('What is known').click();
  await expect(noteOf(page)).toContainText('Measured here', { useInnerText: true });
});

test('presets that belong together open beside each other, in a link too, and go together', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  await choose(page, 'A rescue at generation 20');
  const pair = noteOf(page).getByRole('link', { name: 'Open beside the loop that is not rescued' });
  const address = new URL((await pair.getAttribute('href')) ?? '', page.url());
  expect(address.searchParams.get('compare')).toBe('v=1&loop=fresh-data&real=0');
  await pair.click();
  await expect(pair).toHaveCount(0);
  await expect(page.getByText('It is computed when you press Run.')).toBeVisible();
  await lab.set('Speed', 'max');
  await lab.button('Run').click();
  await lab.expectEnded(50);
  await expect(page.getByText(/It is computed (when|to)/)).toHaveCount(0);
  const table = await lab.table('Recall');
  expect(table['Fresh data']?.at(-1)).toBeGreaterThan(2 * (table['Fresh data, kept run']?.at(-1) ?? 1));
  await choose(page, 'The rare go first');
  await expect(page.getByRole('img', { name: /kept run/ })).toHaveCount(0);
  await lab.expectAddress({ dataset: 'long-tail', compare: null });
  await page.goBack();
  await expect(page.getByRole('img', { name: /kept run/ })).toBeVisible();
});

test('what is told of a preset is a line in its chart and stands beside the run’s own reading, until the experiment is another', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  await choose(page, 'Replace');
  const chart = lab.figure('Error of the mean');
  await expect(chart).toContainText('Told at generation 50: 5.00, a mean.');
  await expect(chart.locator('[data-told]')).toHaveCount(2);
  await lab.set('Speed', 'max');
  await lab.button('Run').click();
  await lab.expectEnded(50);
  const told = page.getByRole('region', { name: 'What is happening' });
  await expect(told).toContainText(
    /error of the mean at generation 1: 0\.\d+ here \(mean of 16 runs\), 0\.100 by theory; at 50: [\d.]+ here \(mean of 16 runs\), 5\.00 by theory/,
  );
  await lab.slider('Sampling bias λ').press('ArrowLeft');
  await expect(chart.locator('[data-told]')).toHaveCount(0);
  await expect(told).not.toContainText('told');
});
