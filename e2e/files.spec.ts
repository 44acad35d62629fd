import { expect, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './journey';
import { Lab } from './lab';

/** Drops a file on the page, as from a file manager. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(content ?? ''), (character) => character.charCodeAt(0))], fileName ?? ''));
      return transfer;
    },
    [name, bytes.toString('base64')],
  );
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer });
}

test('of a table of several columns two are chosen by what its first rows hold; Excel’s UTF-16 is read; a broken file changes nothing', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const lab = new Lab(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await lab.open('backend=wasm&generations=2&seed=3&evaluation=200');
  await drop(page, 'geyser.csv', Buffer.from('"";"eruptions";"waiting";"where"\n"1";3,6;79;a\n"2";1,8;54;b\n"3";3,333;74;c\n'));
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  const [x, y] = [dialog.getByLabel('x', { exact: true }), dialog.getByLabel('y', { exact: true })];
  await expect(x).toHaveValue('1');
  await expect(y).toHaveValue('2');
  await expect(dialog).toContainText('x is “eruptions”, y is “waiting”. “3,6” was read as 3.6. 3 points, moved by');
  const preview = dialog.getByRole('region', { name: 'The first rows' });
  await expect(preview.getByRole('columnheader')).toHaveText(['column 1', 'eruptions = x', 'waiting = y', 'where']);
  await expect(preview.getByRole('row').nth(3)).toHaveText(/3\s*3,333\s*74\s*c/);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await violations(page)).toEqual([]);

  await y.selectOption('where');
  await expect(dialog.getByRole('alert')).toHaveText(/^geyser\.csv: Line 2: “a” is not a number\./);
  await expect(dialog).toContainText('3 points of the 500');
  await y.focus();
  await page.keyboard.press('ArrowUp');
  await expect(y).toHaveValue('2');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Use these points' }).click();
  await expect(dialog).toHaveCount(0);
  await lab.expectAddress({ dataset: 'drawn', points: /./ });
  const points = (await lab.address()).get('points') ?? '';
  expect(Buffer.from(points, 'base64url')).toHaveLength(12);

  await drop(page, 'unicode.txt', Buffer.from('\ufeffx\ty\r\n1,5\t2,5\r\n3\t4\r\n', 'utf16le'));
  await expect(dialog).toContainText('unicode.txt: Line 1 was read as names. “1,5” was read as 1.5. 2 points');
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 1280, height: 800 });
  await lab.run();
  await lab.expectEnded(2);
  await lab.button('Export').click();
  const json = await lab.save('Save JSON');
  await page.keyboard.press('Escape');
  for (const [name, text, words] of [
    ['object.json', json.replace('"seed": 3', '"seed": {"toString": 1}'), 'experiment.seed = an object is not a whole number'],
    ['deep.json', json.replace('"seed": 3', `"seed": ${'['.repeat(30_000)}${']'.repeat(30_000)}`), 'more than 16 deep'],
    ['endless.json', json.replace(/"trainingSize": \d+/, '"trainingSize": 1e999'), 'trainingSize is a number beyond 1.7e308'],
    ['crowd.json', json.replace(/"count": \d+/, '"count": 1e9'), 'shown.count = 1000000000 is not a whole number'],
  ] as const) {
    expect(text).not.toBe(json);
    await drop(page, name, Buffer.from(text));
    const alert = page.getByRole('alert').filter({ hasText: name });
    await expect(alert).toContainText(`${name} was not opened. `);
    await expect(alert).toContainText(words);
    await lab.expectShown(2);
    await lab.expectAddress({ at: '2', points });
  }
  expect(errors).toEqual([]);
});
