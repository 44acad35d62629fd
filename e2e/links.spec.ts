import { expect } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

test('a bad link is repaired with a note, never blank', async ({ page }) => {
  const lab = new Lab(page);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await lab.open('v=1&generations=99999&loop=nonsense&seed=-3&bias=banana&wat=1&changes=x;3:seed=4&%E0%A4%A');
  const notes = page.getByRole('region', { name: 'Notes' });
  for (const key of ['generations', 'loop', 'seed', 'bias', 'wat', 'changes']) await expect(notes).toContainText(key);
  await expect(lab.field('Generations')).toHaveValue('2000');
  await expect(page.getByRole('region', { name: 'Samples' }).getByRole('img')).toHaveCount(3);
  await expect(lab.button('Run')).toBeEnabled();
  await notes.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notes).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('model and dataset that do not fit: the model wins, and a note says so', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('model=vae&dataset=ring');
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText('dataset');
  await expect(page.getByRole('radio', { name: 'Digits' })).toBeChecked();
});

test('the address follows the controls, and the back button goes back', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await lab.set('Seed', '42');
  await expect.poll(async () => (await lab.address()).get('seed')).toBe('42');
  await page.getByRole('radio', { name: 'Gaussian', exact: true }).first().check({ force: true });
  await expect.poll(async () => (await lab.address()).get('model')).toBe('gaussian');
  await page.reload();
  await expect(lab.field('Seed')).toHaveValue('42');
});

test('Share copies a link with the same numbers for everyone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = new Lab(page);
  await lab.open('generations=4&seed=5');
  await lab.button('Share').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(Object.fromEntries(link.searchParams)).toEqual({ v: '1', generations: '4', seed: '5', backend: 'wasm' });
  await dialog.getByRole('checkbox', { name: /the same numbers for everyone/ }).uncheck();
  expect(new URL(await dialog.getByRole('textbox', { name: 'Link' }).inputValue()).searchParams.get('backend')).toBeNull();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('Export saves what the tables show', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=3&seed=9');
  await lab.run();
  await lab.expectEnded(3);
  const precision = await lab.table('Precision');
  await lab.button('Export').click();
  const csv = (await lab.save('Save CSV')).trimEnd().split('\n');
  const comments = csv.filter((line) => line.startsWith('#'));
  const [head = '', ...rows] = csv.filter((line) => !line.startsWith('#'));
  expect(comments.join('\n')).toContain(`link: ${page.url()}`);
  expect(comments).toContain('# seed: 9');
  expect(rows).toHaveLength(9);
  const columns = head.split(',');
  const last = rows.at(-1)?.split(',') ?? [];
  expect(last.slice(0, 3)).toEqual(['3', 'fresh-data', '1']);
  expect(Number(last[columns.indexOf('precision')])).toBeCloseTo(precision['Fresh data']?.[2] ?? -1, 2);
  expect(new Set(columns).size).toBe(columns.length);

  const json = JSON.parse(await lab.save('Save JSON'));
  expect(json.experiment).toMatchObject({ v: 1, seed: 9, generations: 3, backend: 'wasm' });
  expect(json.link).toBe(page.url());
  expect(json.results).toHaveLength(3);
  expect(json.results[2].lanes.map(({ loop }: { loop: string }) => loop)).toEqual(['fully-synthetic', 'synthetic-augmentation', 'fresh-data']);
  expect(json.results[2].lanes[2].scores.precision).toBe(Number(last[columns.indexOf('precision')]));
});

test('every preset opens, says what to look for, and runs', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await lab.button('Presets').click();
  const links = page.getByRole('dialog').getByRole('link');
  await expect(links).toHaveCount(18);
  const addresses = await links.evaluateAll((anchors) => anchors.map((anchor) => new URL((anchor as HTMLAnchorElement).href).search.slice(1)));
  await links.nth(1).click();
  await expect.poll(async () => (await lab.address()).toString()).toBe(addresses[1]);
  for (const address of addresses.filter((query) => !query.includes('vae'))) {
    await lab.open(`${address}&backend=wasm`);
    await expect(page.getByRole('region', { name: 'Notes' })).toHaveCount(0);
    await lab.button('Step').click();
    await lab.expectShown(1);
  }
});
