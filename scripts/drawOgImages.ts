/** `npm run og`: draws what other sites show of the page and the presets, public/presets/og/*.png. Run it after `npm run thumbnails`. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { escapeXml } from '../src/ui/plot/xml';
import { BROWSER_FLAGS, findBrowser } from './browser.mjs';
import { type OgSource, ogHash, ogSources } from './presetPages/ogSource';
import { palettePng } from './presetPages/palettePng';
import { OG_SIZE } from './presetPages/sharing';

const STYLE = `
  * { margin: 0; box-sizing: border-box; }
  body { width: ${OG_SIZE.width}px; height: ${OG_SIZE.height}px; padding: 48px 60px; background: #fff; color: #16181d; font-family: 'DejaVu Sans', sans-serif;
    display: flex; flex-direction: column; justify-content: space-between; }
  h1 { font-size: 46px; line-height: 1.15; letter-spacing: -0.01em; }
  p { display: flex; align-items: center; gap: 16px; color: #5b6370; font-size: 25px; }
  p b { color: #16181d; } p span { margin-left: auto; }
  img.picture { width: 1080px; height: 360px; }`;

const data = (svg: string) => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

const pageOf = ({ title, words, svg }: OgSource) => `<style>${STYLE}</style>
  <h1>${escapeXml(title)}</h1><img class="picture" src="${data(svg)}">
  <p><img width="40" height="40" src="${data(readFileSync('public/favicon.svg', 'utf8'))}"><b>MAD Lab</b><span>${escapeXml(words)}</span></p>`;

const executablePath = await findBrowser();
if (!executablePath) throw new Error('No browser was found: `npm run verify` installs one.');
const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
const page = await browser.newPage({ viewport: OG_SIZE, colorScheme: 'light' });
mkdirSync('public/presets/og', { recursive: true });
const sources = ogSources();
for (const file of readdirSync('public/presets/og')) if (!sources.some(({ id }) => file === `${id}.png`)) rmSync(`public/presets/og/${file}`);
for (const source of sources) {
  await page.setContent(pageOf(source));
  const shot = (await page.screenshot()).toString('base64');
  // the browser decodes its own picture
  const pixels = await page.evaluate(
    async ({ base64, width, height }) => {
      const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
      const context = new OffscreenCanvas(width, height).getContext('2d');
      context?.drawImage(await createImageBitmap(blob), 0, 0);
      const bytes = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
      let text = '';
      for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      return btoa(text);
    },
    { base64: shot, ...OG_SIZE },
  );
  const png = palettePng(OG_SIZE.width, OG_SIZE.height, Buffer.from(pixels, 'base64'), ogHash(source));
  writeFileSync(`public/presets/og/${source.id}.png`, png);
  process.stdout.write(`${source.id}.png: ${png.length} bytes\n`);
}
await browser.close();
