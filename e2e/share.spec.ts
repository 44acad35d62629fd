import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './journey';
import { Lab } from './lab';

/** Lays a file on the page, as a reader who drags it there. */
async function drop(page: Page, name: string, type: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([file, kind, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ''], file ?? '', { type: kind ?? '' }));
      return transfer;
    },
    [name, type, text],
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

/** An SVG as a browser reads it: its texts, and how many elements of some kind. */
function readSvg(page: Page, svg: string) {
  return page.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
    const count = (selector: string) => root.querySelectorAll(selector).length;
    return {
      root: root.nodeName,
      wellFormed: count('parsererror') === 0,
      title: root.querySelector('title')?.textContent ?? '',
      words: [...root.querySelectorAll('text')].map((element) => element.textContent).join(' '),
      lines: count('path[data-line]'),
      panes: count('path[data-samples]'),
      outside: count('script, foreignObject, use'),
    };
  }, svg);
}

test('Share copies a link with the same numbers for everyone, and shows its QR code, or says that it is too long for one', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = new Lab(page);
  await lab.open('generations=4&seed=5');
  await lab.button('Share').click();
  const dialog = page.getByRole('dialog');
  const code = dialog.getByRole('button', { name: 'Fill the screen with the QR code of this link' });
  await expect(code).toBeVisible();
  const before = await code.locator('path').getAttribute('d');
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(Object.fromEntries(link.searchParams)).toEqual({ v: '1', generations: '4', seed: '5', backend: 'wasm' });
  await dialog.getByRole('checkbox', { name: /the same numbers for everyone/ }).uncheck();
  await expect(dialog.getByRole('textbox', { name: 'Link' })).not.toHaveValue(/backend/);
  await expect(code.locator('path')).not.toHaveAttribute('d', before ?? '');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  const changes = Array.from({ length: 150 }, (_, i) => `${i + 2}:bias=${(0.5 + i / 1000).toFixed(3)},synthetic=${200 + i}`).join(';');
  await lab.open(`generations=200&changes=${changes}`);
  await lab.button('Share').click();
  await expect(dialog).toContainText(/too long for a QR code \(\d,\d+ characters\)/);
  await expect(code).toHaveCount(0);
});

test('Export saves what the tables show, and figures: well-formed SVG and PNG of twice the size, with seed, version and link', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=4&seed=9&evaluation=200');
  await lab.run();
  await lab.expectEnded(4);
  const precision = (await lab.table('Precision'))['Fresh data']?.[3];
  // where one stands is of the page, not of the file
  await expect.poll(() => page.url()).toContain('&at=4');
  const link = page.url().replace('&at=4', '');
  await lab.button('Export').click();
  for (const [width, height] of [
    [320, 640],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const name of ['Save PNG', 'Save SVG']) await expect(lab.button(name)).toBeInViewport({ ratio: 1 });
  }
  const csv = (await lab.save('Save CSV')).trimEnd().split('\n');
  const comments = csv.filter((line) => line.startsWith('#'));
  const [head = '', ...rows] = csv.filter((line) => !line.startsWith('#'));
  expect(comments.join('\n')).toContain(`link: ${link}`);
  expect(comments).toContain('# seed: 9');
  expect(rows).toHaveLength(12);
  const columns = head.split(',');
  expect(new Set(columns).size).toBe(columns.length);
  const last = rows.at(-1)?.split(',') ?? [];
  expect(last.slice(0, 3)).toEqual(['4', 'fresh-data', '1']);
  // a half is rounded up or down
  expect(Math.abs(Number(last[columns.indexOf('precision')]) - (precision ?? -1))).toBeLessThanOrEqual(0.005 + 1e-9);

  const json = JSON.parse(await lab.save('Save JSON'));
  expect(json).toMatchObject({ link, experiment: { v: 1, seed: 9, generations: 4, backend: 'wasm' } });
  expect(json.results).toHaveLength(4);
  expect(json.results[3].lanes.map(({ loop }: { loop: string }) => loop)).toEqual(['fully-synthetic', 'synthetic-augmentation', 'fresh-data']);
  expect(json.results[3].lanes[2].scores.precision).toBe(Number(last[columns.indexOf('precision')]));

  const dialog = page.getByRole('dialog');
  const picture = dialog.getByRole('combobox', { name: 'Picture' });

  const samples = await readSvg(page, await lab.save('Save SVG'));
  expect(samples).toMatchObject({ root: 'svg', wellFormed: true, title: 'Samples of generation 4', panes: 3, outside: 0 });
  await picture.selectOption({ label: 'Recall' });
  await expect(dialog.getByRole('img', { name: /Recall, higher is better\. Generation 4: Fully synthetic/ })).toBeVisible();
  const recall = await readSvg(page, await lab.save('Save SVG'));
  expect(recall).toMatchObject({ root: 'svg', wellFormed: true, title: 'Recall', lines: 3, outside: 0 });
  for (const { words } of [samples, recall])
    expect(words).toMatch(/Seed 9; MAD Lab \d+\.\d+\.\d+, computed on wasm\. Exported on \d{4}-\d\d-\d\d\. http\S+seed=9/);

  const download = page.waitForEvent('download');
  await dialog.getByText('Cite this run').click();
  await expect(dialog.getByRole('textbox', { name: 'BibTeX' })).toHaveValue(/url = \{http\S+seed=9\S*\}/);
  await dialog.getByText('What the columns of the CSV hold').click();
  await expect(
    dialog
      .getByRole('term')
      .filter({ hasText: /^theory\./ })
      .first(),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Save PNG' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('mad-lab-gaussian-mixture-seed-9-recall.png');
  const chunks: Buffer[] = [];
  for await (const chunk of await saved.createReadStream()) chunks.push(chunk as Buffer);
  const png = Buffer.concat(chunks);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(2 * Number(await dialog.getByRole('img').getAttribute('width')));
});

test('saved files open again with the same numbers; what is no such file is refused in words, and nothing is lost', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=3&seed=6&replicates=2&evaluation=200');
  await lab.run();
  await lab.expectEnded(3);
  const [recall, volume] = [await lab.table('Recall'), await lab.table('Frechet distance')];
  await lab.button('Export').click();
  const csv = await lab.save('Save CSV');
  const json = await lab.save('Save JSON');
  await page.keyboard.press('Escape');

  await lab.open('backend=wasm&seed=1');
  await drop(page, 'mine.csv', 'text/csv', csv);
  await expect(page.getByRole('region', { name: 'Opened file' })).toContainText('computed elsewhere');
  await lab.expectShown(3);
  await lab.unfold('Set up');
  await expect(lab.field('Seed')).toHaveValue('6');
  expect(await lab.table('Recall')).toEqual(recall);
  expect(await lab.table('Frechet distance')).toEqual(volume);

  const spoilt = csv.replace(/^(3,fresh-data,1,\d+),[^,]*/m, '$1,plenty');
  const line = spoilt.split('\n').findIndex((text) => text.includes('plenty')) + 1;
  await drop(page, 'spoilt.csv', 'text/csv', spoilt);
  const alert = page.getByRole('alert').filter({ hasText: 'spoilt.csv' });
  await expect(alert).toContainText(new RegExp(`spoilt\\.csv was not opened\\. Line ${line}: \\w+ = "plenty" is not a number`));
  await lab.expectShown(3);
  expect(await lab.table('Recall')).toEqual(recall);
  await alert.getByRole('button', { name: 'Dismiss' }).click();
  await expect(alert).toHaveCount(0);

  await lab.open('backend=wasm&seed=2');
  await lab.button('Export').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Saved file').setInputFiles({ name: 'cut.json', mimeType: 'application/json', buffer: Buffer.from(json.slice(0, 2000)) });
  await expect(dialog.getByRole('alert')).toContainText(/cut\.json was not opened\. Line \d+: This is not JSON/);
  await dialog.getByLabel('Saved file').setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(json) });
  await expect(dialog).toHaveCount(0);
  await lab.expectShown(3);
  expect(await lab.table('Recall')).toEqual(recall);
  await expect.poll(() => lab.colours('Fresh data')).toBeGreaterThan(4);
});

test('the experiment is saved as one Python file, of text too, which is copied as well; digits say why not', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('model=ngram&dataset=names&generations=3&evaluation=60&seed=4');
  await lab.button('Export').click();
  const [saved] = await Promise.all([page.waitForEvent('download'), lab.button('Save Python').click()]);
  expect(saved.suggestedFilename()).toBe('mad-lab-ngram-seed-4.py');
  const program = readFileSync(await saved.path(), 'utf8');
  expect(program).toMatch(/^"""What becomes of models[^"]*live: http\S+seed=4\S*\n/);
  expect(program).toContain('\nSEED, REPLICATES, GENERATIONS = 4, 1, 3\n');
  expect(program.trimEnd().split('\n').length).toBeLessThanOrEqual(120);
  await lab.unfold('Read the program');
  const field = page.getByRole('textbox', { name: 'Program in Python' });
  await expect(field).toHaveValue(program);
  expect(await violations(page)).toEqual([]);
  await lab.button('Copy Python').click();
  await expect(page.getByRole('dialog')).toContainText('Copied: the program is on the clipboard.');
  if (spawnSync('python3', ['-c', 'import numpy']).status === 0) {
    const { status, stdout } = spawnSync('python3', ['-W', 'error', await saved.path()], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\nFully synthetic, mean of 1 run\(s\)\ngeneration {2}different ones/);
  }

  await lab.open('model=vae');
  await lab.button('Export').click();
  await expect(lab.button('Save Python')).toBeDisabled();
  await expect(lab.button('Save Python')).toHaveAccessibleDescription(/needs more than numpy/);
});

test('on paper charts lie side by side with their curves in them, and captions keep their numbers', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=4&evaluation=200');
  await lab.run();
  await lab.expectEnded(4);
  // every chart has been in sight
  for (const figure of await page.getByRole('figure').all()) await figure.scrollIntoViewIfNeeded();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 718, height: 1000 });
  await expect(
    page
      .getByRole('region', { name: 'Samples' })
      .getByRole('button', { name: /^\d of 8/ })
      .first(),
  ).toBeVisible();
  // what is wrong with the places of the charts; they get their sizes for the sheet a moment later
  const wrong = () =>
    page.getByRole('figure').evaluateAll((figures) => {
      const boxes = figures.map((figure) => figure.getBoundingClientRect());
      const apart = (one: DOMRect, other: DOMRect) =>
        one.right <= other.left + 1 || other.right <= one.left + 1 || one.bottom <= other.top + 1 || other.bottom <= one.top + 1;
      const inside = ({ left, right }: DOMRect, figure: Element) =>
        [...figure.querySelectorAll('svg')]
          .map((svg) => svg.getBoundingClientRect())
          .every((plot) => plot.right <= right + 1 && plot.left >= left - 1);
      return [
        ...(boxes.length > 3 ? [] : [`${boxes.length} charts`]),
        ...boxes.flatMap((box, i) => [
          ...(box.width > 150 ? [] : [`chart ${i} is ${box.width} px wide`]),
          ...(inside(box, figures[i]) ? [] : [`curves lie beside chart ${i}`]),
          ...boxes.flatMap((other, k) => (k <= i || apart(box, other) ? [] : [`chart ${i} lies on chart ${k}`])),
        ]),
      ];
    });
  await expect.poll(wrong).toEqual([]);
});
