/** `npm run icons`: draws the icons of the installed page, public/icons, from public/favicon.svg. Run it when that changes. */
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from '../scripts/browser.mjs';

/** `fills`: the sign's share of the side. A maskable icon may be cut to a circle of 80 %. */
const ICONS = [
  { name: 'icon-192', side: 192, fills: 0.86 },
  { name: 'icon-512', side: 512, fills: 0.86 },
  { name: 'maskable-512', side: 512, fills: 0.56 },
];

const executablePath = await findBrowser();
if (!executablePath) throw new Error('No browser was found: `npm run verify` installs one.');
const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
const sign = readFileSync('public/favicon.svg', 'base64');
mkdirSync('public/icons', { recursive: true });
for (const { name, side, fills } of ICONS) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:#fff"><img width="${Math.round(side * fills)}" src="data:image/svg+xml;base64,${sign}"></body>`,
  );
  await page.screenshot({ path: `public/icons/${name}.png` });
  await page.close();
}
await browser.close();
