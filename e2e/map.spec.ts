import { spawnSync } from 'node:child_process';
import { expect, type Locator, type Page } from '@playwright/test';
import { violations } from './axe';
import { framesLater } from './frames';
import { test } from './journey';
import { Lab } from './lab';

const KEYS = 'model=gaussian&loop=fresh-data&generations=6&initialReal=100&real=100&backend=wasm';
const MAP = 'bias:0.5..1/6,synthetic:10..640/7,score:w2Squared,replicates:2';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Map of two settings' });
const isDrawn = (page: Page, squares: number) => expect(dialogOf(page)).toContainText(`All ${squares} squares are computed.`, { timeout: 180_000 });

/** A place on a map, by its share of the width, on one of the upper squares. */
async function placeOn(map: Locator, share: number): Promise<{ readonly x: number; readonly y: number }> {
  return map.evaluate((element, part) => ({ x: element.clientWidth * part, y: 60 }), share);
}

/** Lines of a saved table, without its remarks. */
const rowsOf = (csv: string) =>
  csv
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split(','));

test('a link opens a map; its numbers are those of the command, and of the run that a square leads to', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(`${KEYS}&map=${MAP}`);
  await isDrawn(page, 42);
  const dialog = dialogOf(page);
  const [head, ...rows] = rowsOf(await lab.save('Save CSV'));
  expect(head).toEqual(['bias', 'synthetic', 'replicate', 'value', 'undefined']);
  expect(rows).toHaveLength(84);
  const flags = [...new URLSearchParams(KEYS)].filter(([key]) => key !== 'generations').flatMap(([key, value]) => [`--${key}`, value]);
  const map = ['--x', 'bias=0.5..1/6', '--y', 'synthetic=10..640/7', '--score', 'w2Squared', '--at', '6', '--replicates', '2', '--workers', '1'];
  const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', 'src/headless/sweep.ts', ...flags, ...map], { encoding: 'utf8' });
  expect(status).toBe(0);
  const wanted = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ type }) => type === 'cell');
  expect(rows.map((row) => row.slice(0, 4).map(Number))).toEqual(wanted.map(({ x, y, replicate, value }) => [x, y, replicate, value]));

  // theory's boundary is drawn and told of
  await expect(dialog.locator('[data-boundary]')).toHaveCount(1);
  await expect(dialog).toContainText('where theory, for many real samples, has synthetic ones begin to do harm');

  // by keyboard: the square at its two settings, its value and its run
  await dialog.getByRole('slider', { name: 'Sampling bias λ' }).focus();
  await page.keyboard.press('Home');
  await dialog.getByRole('slider', { name: 'Synthetic samples per generation' }).focus();
  await page.keyboard.press('End');
  const looked = dialog.getByRole('region', { name: 'The square looked at' });
  await expect(looked).toContainText('Synthetic samples per generation640');
  await expect(looked.locator('[data-curve="6"]')).toBeVisible();
  const value = Number(/([\d.]+) \(median of 2/.exec(await looked.innerText())?.[1]);
  await looked.getByRole('button', { name: 'Open this run' }).click();
  await expect(dialog).toHaveCount(0);
  await lab.expectShown(6);
  await lab.expectAddress({ bias: '0.5', synthetic: '640', replicates: '2', at: '6', map: null });
  await lab.unfold('Exact values and theory');
  expect((await lab.table('Wasserstein distance, exact'))['Fresh data']?.at(-1)).toBeCloseTo(value, 2);

  // the way back leads to the map, with all that was computed
  await page.goBack();
  await isDrawn(page, 42);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await lab.expectAddress({ model: 'gaussian', map: null });
});

test('the button draws a map of what is on the screen: a mouse looks, a press opens; settings can be changed, stopped, saved', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=2&evaluation=100&synthetic=50&initialReal=40');
  await lab.button('Map').click();
  const dialog = dialogOf(page);
  await expect(dialog).toContainText('the fresh data loop');
  await lab.expectAddress({ map: /^real:0\.\.300\/\d+,synthetic:10\.\.200\/\d+,replicates:\d+$/ });
  const squares = Number(await dialog.getByRole('progressbar').getAttribute('max'));
  await isDrawn(page, squares);
  const picture = dialog.getByRole('img', { name: /^Recall at generation 2, by fresh real samples per generation/ });
  const map = dialog.locator('svg[data-map]');
  await map.hover({ position: await placeOn(map, 0.4) });
  const looked = dialog.getByRole('region', { name: 'The square looked at' });
  await expect(looked.locator('[data-curve="2"]')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  // fewer squares, another score
  await dialog.getByText('What is drawn').click({ trial: true });
  const form = dialog.locator('details').filter({ hasText: 'What is drawn' });
  if (!(await form.evaluate((details) => (details as HTMLDetailsElement).open))) await dialog.getByText('What is drawn').click();
  for (const name of ['Fresh real samples per generation, how many values', 'Synthetic samples per generation, how many values']) {
    await dialog.getByRole('spinbutton', { name }).fill('3');
    await page.keyboard.press('Enter');
  }
  await dialog.getByRole('combobox', { name: 'Score' }).selectOption('precision');
  await isDrawn(page, 9);
  await expect(picture).toHaveCount(0);
  await expect(dialog.getByRole('img', { name: /^Precision at generation 2/ })).toBeVisible();
  await dialog.getByText('As a table').click();
  await expect(dialog.getByRole('table').locator('td').filter({ hasText: /\d/ })).toHaveCount(9);
  const svg = await lab.save('Save SVG');
  expect(svg).toContain('Map of Precision');
  expect(await page.evaluate((text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null, svg)).toBe(true);
  const link = await dialog.getByRole('textbox', { name: 'Link to this map' }).inputValue();
  expect(new URL(link).searchParams.get('map')).toMatch(/^real:0\.\.300\/3,synthetic:10\.\.200\/3,score:precision,replicates:\d+$/);

  // an impossible range is told, and nothing is lost
  await dialog.getByRole('spinbutton', { name: 'Fresh real samples per generation, to' }).fill('1');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('from 0 to 1 there are no 3 different values');
  await dialog.getByRole('spinbutton', { name: 'Fresh real samples per generation, to' }).fill('64');
  await page.keyboard.press('Enter');
  await isDrawn(page, 9);

  // a press on the square that is looked at opens its run
  const square = { position: await placeOn(map, 0.5) };
  await map.hover(square);
  await framesLater(page);
  await map.click(square);
  await expect(dialog).toHaveCount(0);
  await lab.expectShown(2);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test('a tap looks at a square, a second one opens it; nothing is wider than the screen', async ({ page }) => {
    const lab = new Lab(page);
    await lab.open(`${KEYS}&map=bias:0.5..1/4,synthetic:10..640/4,score:w2Squared`);
    await isDrawn(page, 16);
    const dialog = dialogOf(page);
    const map = dialog.locator('svg[data-map]');
    const before = await dialog.locator('[data-looked]').getAttribute('data-looked');
    const square = { position: await placeOn(map, 0.5) };
    await map.tap(square);
    await expect(dialog.locator('[data-looked]')).not.toHaveAttribute('data-looked', before ?? '');
    await expect(dialog).toBeVisible();
    await expect.poll(() => dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    expect(await violations(page)).toEqual([]);
    await map.tap(square);
    await expect(dialog).toHaveCount(0);
    await lab.expectShown(6);
  });
});

test('a map that takes long is asked for, and fetches nothing before; a mangled one says what was taken', async ({ page }) => {
  const lab = new Lab(page);
  const data: string[] = [];
  page.on('request', (request) => /digits|classifier/.test(request.url()) && data.push(request.url()));
  await lab.open('model=vae&loop=fully-synthetic&backend=wasm&map=synthetic:50..500/20,bias:0.5..1/20,score:beauty');
  const dialog = dialogOf(page);
  await expect(dialog).toContainText(/400 squares take about .* here\. Closing this stops them\./);
  await expect(dialog.getByRole('button', { name: 'Draw it' })).toBeVisible();
  await expect(dialog.getByRole('alert')).toContainText('“score:beauty” is none of');
  const before = data.length;
  await dialog.getByRole('slider', { name: 'Sampling bias λ' }).press('Home');
  await expect(dialog.getByRole('region', { name: 'The square looked at' })).toContainText('not computed yet');
  expect(data.slice(before)).toEqual([]);
  await expect(dialog.locator('[data-curve="0"]')).toHaveCount(1);
});
