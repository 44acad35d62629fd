import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from '../browser.mjs';

export const SIZES = ['A4', 'Letter'] as const;
export type Size = (typeof SIZES)[number];

/** Sheets for pupils fit on one piece of paper, both sides of it. */
export const MOST_PAGES: Readonly<Record<string, number>> = { 'worksheet.html': 2, 'exit.html': 1, 'inventory.html': 3 };

/** The pages that a PDF of Chromium has. */
export const pagesIn = (pdf: Uint8Array): number =>
  (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b(?!s)/g) ?? []
  ).length;

export const print = (page: Page, size: Size): Promise<Buffer> => page.pdf({ format: size, printBackground: true });

/** Prints pages, each on both papers, in the browser that `npm run verify` takes. */
export async function printAll(pages: ReadonlyMap<string, string>, tell: (name: string, size: Size, pdf: Uint8Array) => void): Promise<void> {
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error('No Chromium was found: `npm run verify` installs one, or MAD_LAB_BROWSER names one.');
  const folder = mkdtempSync(join(tmpdir(), 'mad-lab-packs-'));
  const browser: Browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
  try {
    const page = await browser.newPage();
    const file = join(folder, 'page.html');
    for (const [name, text] of pages) {
      writeFileSync(file, text);
      await page.goto(pathToFileURL(file).href);
      for (const size of SIZES) tell(name, size, await print(page, size));
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}
