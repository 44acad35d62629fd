import { expect, type Locator, type Page } from '@playwright/test';
import { framesLater } from './frames';
import { test } from './journey';
import { Lab } from './lab';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Your own data' });
const padOf = (page: Page) => page.getByRole('application', { name: 'Drawing area' });

/** Where a place of the data, in [-3, 3], lies on the page. */
async function placeOn(pad: Locator, x: number, y: number): Promise<[number, number]> {
  const box = await pad.boundingBox();
  if (!box) throw new Error('the drawing area is not on the page');
  return [box.x + ((x + 3) / 6) * box.width, box.y + ((3 - y) / 6) * box.height];
}

async function stroke(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await page.mouse.move(...(await placeOn(padOf(page), ...from)));
  await page.mouse.down();
  await page.mouse.move(...(await placeOn(padOf(page), ...to)), { steps: 8 });
  await page.mouse.up();
}

async function countOf(page: Page): Promise<number> {
  const text = await dialogOf(page)
    .getByText(/^[\d,]+ points?[ :]|^No points yet/)
    .innerText();
  return text.startsWith('No') ? 0 : Number(/^[\d,]+/.exec(text)?.[0].replaceAll(',', ''));
}

/** The same once all that was drawn is counted: a stroke is seen a frame after its pointer. */
async function countAtRest(page: Page): Promise<number> {
  await framesLater(page);
  return countOf(page);
}

/** Drops a file on the page, as from a file manager. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ''], fileName ?? ''));
      return transfer;
    },
    [name, text],
  );
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer });
}

test('what is drawn by mouse and by keys becomes the real data, and its link brings the same points', async ({ page, context }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=2&seed=2&evaluation=200');
  await lab.unfold('Set up');
  await page.getByRole('radio', { name: 'Your own' }).check();
  const dialog = dialogOf(page);
  await expect(dialog).toContainText('No points yet');
  await expect(dialog.getByRole('button', { name: 'Use these points' })).toBeDisabled();

  await stroke(page, [-2, -1], [-2, 1.5]);
  await expect.poll(() => countOf(page)).toBeGreaterThan(20);
  const first = await countAtRest(page);
  await dialog.getByRole('radio', { name: 'Wide brush' }).check();
  await stroke(page, [1, 1], [2, 1]);
  await expect.poll(() => countOf(page)).toBeGreaterThan(first);
  await page.keyboard.press('Control+z');
  await expect.poll(() => countOf(page)).toBe(first);
  await dialog.getByRole('radio', { name: 'Eraser' }).check();
  await stroke(page, [-2, 1.5], [-2, 1]);
  await expect.poll(() => countOf(page)).toBeLessThan(first);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => countOf(page)).toBe(first);

  await dialog.getByRole('radio', { name: 'Fine brush' }).check();
  await padOf(page).focus();
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'ArrowDown', 'Space', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  const drawn = first + 8;
  await expect.poll(() => countOf(page)).toBe(drawn);
  await dialog.getByRole('button', { name: 'Use these points' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Controls' })).toContainText(`${drawn} points; the link holds them all.`);
  await expect.poll(() => lab.colours('Fresh data')).toBeGreaterThan(20);
  await lab.expectAddress({ dataset: 'drawn', points: /./ });
  const points = (await lab.address()).get('points') ?? '';
  const values = new Int16Array(Uint8Array.from(Buffer.from(points, 'base64url')).buffer);
  expect(values).toHaveLength(2 * drawn);
  // the stamps of the keyboard lie around (1, -0.1) and (1, -0.2)
  for (const value of values.filter((_, i) => i >= 2 * first && i % 2 === 0)) expect(Math.abs(value / 4096 - 1)).toBeLessThan(0.1);
  await lab.run();
  await lab.expectEnded(2);
  const recall = await lab.table('Recall');

  const other = new Lab(await context.newPage());
  await other.open(await lab.shared());
  await expect(other.page.getByRole('region', { name: 'Notes' })).toHaveCount(0);
  await other.unfold('Set up');
  await other.button('Draw or paste points').click();
  await expect.poll(() => countOf(other.page)).toBe(drawn);
  await other.page.keyboard.press('Escape');
  await other.run();
  await other.expectEnded(2);
  expect(await other.table('Recall')).toEqual(recall);
  await page.goBack();
  await lab.expectAddress({ points: null });
});

test('a CSV is read from text or a dropped file, refused with the line that is wrong, and too much for a link travels in the file', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&evaluation=200');
  await lab.unfold('Set up');
  await lab.button('Draw or paste points').click();
  const dialog = dialogOf(page);
  await dialog.getByText('Paste or drop a CSV').click();
  await dialog.getByRole('textbox', { name: 'Points as text' }).fill('x,y\n1,2\n3,four\n');
  await dialog.getByRole('button', { name: 'Read the text' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(/^Line 3: “four” is not a number\. Allowed: two numbers a line/);
  await dialog.getByRole('button', { name: 'Skip this line and use the rest' }).click();
  await expect(dialog).toContainText('Line 3 was skipped. 1 point');
  await dialog.getByRole('textbox', { name: 'Points as text' }).fill('x,y\n1,2\n3,4\n5,9\n');
  await dialog.getByRole('button', { name: 'Read the text' }).click();
  await expect(dialog).toContainText(/3 points, moved by \(−3, −5\) to be centred, and divided by 2\.\d+/);
  await expect.poll(() => countOf(page)).toBe(3);
  await page.keyboard.press('Escape');

  await drop(page, 'results.csv', '# MAD Lab\n# link: x\ngeneration,loop\n');
  await drop(page, 'short.csv', '1,2\n3\n');
  await expect(dialog.getByRole('alert')).toHaveText(/^short\.csv: Line 2: one value, “3”; a point has two/);
  await expect.poll(() => countOf(page)).toBe(3);
  // the points from before are not taken for those of the file
  await expect(dialog.getByRole('button', { name: 'Use these points' })).toBeDisabled();
  await expect(dialog.getByRole('button', { name: 'Keep the points from before' })).toBeVisible();
  // asked for again before the browser has said that it is closed
  await page.evaluate(() => {
    document.querySelector('dialog')?.close();
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Draw or paste points')?.click();
  });
  await expect(dialog).toBeVisible();
  await expect.poll(() => countOf(page)).toBe(3);
  await page.keyboard.press('Escape');
  await drop(page, 'photo.png', 'PNG');
  await expect(dialog.getByRole('alert')).toHaveText(/^photo\.png is no text\. Allowed: a text file/);
  await page.keyboard.press('Escape');
  const rows = Array.from({ length: 20_000 }, (_, i) => `${Math.sin(i) + (i % 3)},${Math.cos(i * 1.7)}`);
  await drop(page, 'many.csv', `x,y\n${rows.join('\n')}`);
  await expect(dialog).toContainText('20,000 points: more than the 500 that a link can hold.');
  await dialog.getByRole('button', { name: 'Use these points' }).click();
  const controls = page.getByRole('region', { name: 'Controls' });
  await expect(controls).toContainText('20,000 points: too many for the link, which leaves them out.');
  const address = async () => Object.fromEntries(await lab.address());
  await expect.poll(address).toEqual({ v: '1', dataset: 'drawn', evaluation: '200', backend: 'wasm' });
  await lab.set('Seed', '4');
  await lab.expectAddress({ seed: '4' });
  await page.reload();
  await expect(controls).toContainText('20,000 points');
  await lab.button('Step').click();
  await lab.expectShown(1);
  await lab.button('Export').click();
  const { experiment } = JSON.parse(await lab.save('Save JSON'));
  expect(Buffer.from(experiment.points, 'base64url')).toHaveLength(4 * 20_000);
});

test('a link with broken points is repaired with a short note, and the page works', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(`backend=wasm&evaluation=200&dataset=drawn&points=${'x'.repeat(101)}`);
  const notes = page.getByRole('region', { name: 'Notes' });
  await expect(notes).toContainText(/^points=x+… is not 1 to 20000 points.* Its first 18 points, which arrived whole, were taken\./);
  await lab.open('backend=wasm&evaluation=200&dataset=drawn&points=xxxx');
  await expect(notes).toContainText(/^points=xxxx is not 1 to 20000 points.*An example was taken\./);
  await expect(page.getByRole('region', { name: 'Controls' })).toContainText('An example to start from.');
  await lab.button('Step').click();
  await lab.expectShown(1);
});
