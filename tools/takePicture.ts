/** `npm run picture`: the README's picture, docs/page.png, of a real run on the production build (`npm run build` first). */
import process from 'node:process';
import { chromium, expect } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from '../scripts/browser.mjs';
import { serve } from '../scripts/serve.mjs';

const executablePath = await findBrowser();
if (!executablePath) throw new Error('No browser was found: `npm run verify` installs one.');
const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
const page = await browser.newPage({ viewport: { width: 1440, height: 1140 }, colorScheme: 'light' });
await page.goto(`${await serve('dist', 4173, { search: true })}?backend=wasm`);
await page.getByRole('spinbutton', { name: 'Speed' }).fill('max');
await page.getByRole('spinbutton', { name: 'Speed' }).press('Enter');
await page.getByRole('button', { name: 'Run', exact: true }).click();
const timeline = page.getByRole('slider', { name: 'Generation shown' });
await expect(timeline).toHaveValue('50', { timeout: 60_000 });
await timeline.fill('36');
await page.evaluate(() => document.fonts.ready);
await page.getByRole('figure').last().scrollIntoViewIfNeeded();
await page.evaluate(() => scrollTo(0, 0));
await page.screenshot({ path: 'docs/page.png' });
await browser.close();
process.exit(0);
