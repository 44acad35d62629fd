import { expect, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './journey';
import { Lab } from './lab';

/** A word that nothing but the text holds. */
const MARKER = 'Quuxandra';
const NAMES = [
  MARKER,
  ...Array.from({ length: 119 }, (_, n) => `${'BCDFGLMNR'[n % 9]}${'aeiou'[n % 5]}${'lmnrst'[n % 6]}${'aeio'[n % 4]}${'nst'[n % 3]}`),
].join('\n');
/** As base64 holds it, at each of the three places of a group. */
const CODED = [0, 1, 2].map((before) =>
  Buffer.from(`${'x'.repeat(before)}${MARKER}`)
    .toString('base64')
    .slice(4, 12),
);

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Your own text' });
const fieldOf = (page: Page) => dialogOf(page).getByRole('textbox', { name: 'Your own text' });

/** Requests that hold anything of the text, in any way that it is written. */
function leaksOf(page: Page): string[] {
  const leaks: string[] = [];
  page.context().on('request', (request) => {
    const told = `${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`;
    if ([MARKER, encodeURIComponent(MARKER), ...CODED].some((word) => told.toLowerCase().includes(word.toLowerCase()))) leaks.push(told);
  });
  return leaks;
}

/** What the table of the first score says; not its caption, to which a noise floor comes later. */
async function numbers(page: Page): Promise<string> {
  const figure = page.getByRole('figure').first();
  await figure.getByRole('button', { name: 'View as table' }).click();
  const text = await figure.locator('tbody').innerText();
  await figure.getByRole('button', { name: 'Hide table' }).click();
  return text;
}

async function openDialog(page: Page, lab: Lab): Promise<void> {
  await lab.unfold('Set up');
  await page.getByRole('button', { name: 'Write or paste text' }).click();
  await expect(dialogOf(page)).toBeVisible();
}

test('a text of one’s own is learned from, comes back by reload, history and link, and is in no request', async ({ page, context }) => {
  const leaks = leaksOf(page);
  const lab = new Lab(page);
  await lab.open('model=ngram&generations=3&backend=wasm');
  await openDialog(page, lab);
  await fieldOf(page).fill('Anna\nBob');
  await dialogOf(page).getByRole('button', { name: 'Use this text' }).click();
  await expect(dialogOf(page).getByRole('alert')).toHaveText('The text has 2 lines; it takes at least 10 lines.');
  await expect(fieldOf(page)).toHaveValue('Anna\nBob');
  await fieldOf(page).fill(NAMES);
  await expect(dialogOf(page)).toContainText('120 lines: 96 to learn from, 24 held out for the scores.');
  await expect(dialogOf(page)).toContainText('Nothing leaves this page.');
  await dialogOf(page).getByRole('button', { name: 'Use this text' }).click();
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Your own text' })).toBeChecked();
  await lab.run();
  await lab.expectEnded(3);
  const first = await numbers(page);
  // written a little later than it is seen
  await lab.shared();

  await page.reload();
  await lab.expectEnded(3);
  expect(await numbers(page)).toBe(first);

  await page.getByRole('radio', { name: 'Points' }).check();
  await lab.unfold('Set up');
  await expect(page.getByRole('radio', { name: 'Ring' })).toBeChecked();
  await page.goBack();
  await lab.expectEnded(3);
  expect(await numbers(page)).toBe(first);

  await lab.button('Share').click();
  await expect(page.getByRole('dialog')).toContainText('The link holds your text');
  const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
  expect(new URL(link).search).not.toContain('text=');
  await page.getByText('Embed in a page').click();
  await expect(page.getByRole('dialog').locator('iframe')).toBeVisible();

  const other = await context.newPage();
  const theirs = new Lab(other);
  await theirs.open(link.slice(link.indexOf('?') + 1));
  await theirs.unfold('Set up');
  await expect(other.getByRole('region', { name: 'Controls' })).toContainText('120 lines; the link holds the text.');
  await theirs.run();
  await theirs.expectEnded(3);
  expect(await numbers(other)).toBe(first);
  expect(leaks).toEqual([]);
});

test('a text that fits into no link stays in the history and in files; a link without it asks for it', async ({ page, context }) => {
  const leaks = leaksOf(page);
  const lab = new Lab(page);
  await lab.open('dataset=own-text&generations=2');
  const note = page.getByRole('region', { name: 'Notes' });
  await expect(note).toContainText('This link holds no text of its own.');
  await note.getByRole('button', { name: 'Put the text in' }).click();
  const long = Array.from({ length: 20 }, () => NAMES).join('\n');
  const choose = page.waitForEvent('filechooser');
  await dialogOf(page).getByRole('button', { name: 'Choose a file' }).click();
  await (await choose).setFiles({ name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from(long) });
  await expect(dialogOf(page)).toContainText('and leaves it out');
  await dialogOf(page).getByRole('button', { name: 'Use this text' }).click();
  await expect(note).toHaveCount(0);
  await page.reload();
  await lab.unfold('Set up');
  await expect(page.getByRole('region', { name: 'Controls' })).toContainText('2,400 lines: too long for the link');
  expect(page.url()).not.toContain('text=');

  await lab.button('Export').click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save CSV' }).click();
  const csv = await (await saving).path();
  await page.keyboard.press('Escape');
  await lab.button('Share').click();
  await expect(page.getByRole('dialog')).toContainText('The link leaves out your text');
  await page.keyboard.press('Escape');

  const other = await context.newPage();
  const theirs = new Lab(other);
  await theirs.open('seed=5');
  await theirs.button('Export').click();
  const choosing = other.waitForEvent('filechooser');
  await other.getByRole('button', { name: /Open/ }).click();
  await (await choosing).setFiles(csv);
  await theirs.unfold('Set up');
  await expect(other.getByRole('region', { name: 'Controls' })).toContainText('2,400 lines: too long for the link');
  expect(leaks).toEqual([]);
});

test('the first choice goes by keys, and a dropped file lands in the dialog', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await page.getByRole('radio', { name: 'Points' }).focus();
  for (const name of ['Digits', 'Text']) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name })).toBeChecked();
  }
  await lab.unfold('Set up');
  await page.getByRole('radio', { name: 'Moby-Dick' }).check();
  await page.getByRole('radiogroup', { name: 'Unit' }).getByRole('radio', { name: 'Words' }).check();
  await lab.expectAddress({ unit: 'words' });
  await lab.set('Smoothing μ', '0.2');
  await lab.expectAddress({ smoothing: '0.2' });
  await lab.unfold('Advanced');
  await expect(lab.field('Context')).toHaveValue('2');

  const drop = async (name: string, bytes: readonly number[]) => {
    const dataTransfer = await page.evaluateHandle(
      ([fileName, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(content)], fileName));
        return transfer;
      },
      [name, bytes] as const,
    );
    await page.getByRole('main').dispatchEvent('drop', { dataTransfer });
  };
  await drop('cat.png', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]);
  await expect(dialogOf(page).getByRole('alert')).toHaveText('cat.png is no text. Allowed: a text file (.txt or .csv) of up to 4 MB.');
  await drop('list.txt', [...Buffer.from(NAMES)]);
  await expect(fieldOf(page)).toHaveValue(NAMES);
  expect(await violations(page)).toEqual([]);
  await dialogOf(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('radio', { name: 'Moby-Dick' })).toBeChecked();
});
