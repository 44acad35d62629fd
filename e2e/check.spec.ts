import { expect, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './journey';

const ROWS = ['Scripts', 'Browser', 'Module scripts', 'Workers', 'WebAssembly', 'WebGL', 'Data files', 'Storage', 'Offline', 'Screen'];

async function check(page: Page): Promise<void> {
  await page.goto('./check.html');
  await expect(page.locator('html[data-done]')).toHaveCount(1, { timeout: 120_000 });
}
const verdict = (page: Page) => page.locator('#verdict');
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
const sentence = (page: Page) => page.getByRole('textbox', { name: 'The sentence to send' }).inputValue();

test('will it run here? All is well: each thing has its words, and runs are measured', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await check(page);
  await expect(page.getByRole('listitem').locator('b')).toHaveText([...ROWS, 'Points', 'Digits']);
  await expect(verdict(page)).toContainText(/run(s)? (well )?here|This computer is slow/);
  const code = /MAD1-J1-B1-M1-W1-A2-G[012]-F1-S1-O1-X1280x900-P\d+-D(\d+|L)$/;
  expect(await sentence(page)).toMatch(code);
  expect(await sentence(page)).toContain('nothing was found to be blocked');
  await page.getByText('What the code means').click();
  await expect(page.getByRole('rowheader')).toHaveCount(12);
  expect(await violations(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test('WebAssembly and data files that a network keeps away are told, with what to ask for', async ({ page }) => {
  await page.route(/\.(wasm|bin)$/, (route) => route.abort());
  await check(page);
  await expect(row(page, 'WebAssembly')).toContainText('The file of the WebAssembly does not come.');
  await expect(row(page, 'WebAssembly')).toContainText('have to be let through for this site');
  await expect(verdict(page)).toContainText('Digits and text do not: their data files do not come.');
  expect(await sentence(page)).toMatch(/in the way: files that end in \.wasm do not come; files that end in \.bin do not come\./);
  expect(await sentence(page)).toMatch(/-W1-AX-G\d-F0-/);
  expect(await violations(page)).toEqual([]);
});

for (const [what, block, code, words] of [
  ['the worker’s file is kept away', (page: Page) => page.route('**/engine.worker-*.js', (route) => route.abort()), '-W0-', 'workers are blocked'],
  ['there are no workers', (page: Page) => page.addInitScript('delete window.Worker'), '-W0-', 'workers are blocked'],
  ['modules are kept away', (page: Page) => page.route('**/check-module.js', (route) => route.abort()), '-M0-', 'module scripts are blocked'],
  ['WebAssembly is switched off', (page: Page) => page.addInitScript('delete window.WebAssembly'), '-A0-', ''],
] as const)
  test(`will it run here? Where ${what} the page says so`, async ({ page }) => {
    await block(page);
    // digits by the processor alone would take long
    await page.route(/\.bin$/, (route) => route.abort());
    await check(page);
    await expect(verdict(page)).toContainText(words);
    expect(await sentence(page)).toContain(code);
  });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the check of a computer says that scripts are blocked', async ({ page }) => {
    await page.goto('./check.html');
    await expect(page.getByText('Code: MAD1-J0')).toBeVisible();
  });
});
