import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

test('what the reader has not asked for is not downloaded', async ({ page }) => {
  const lab = new Lab(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const origin = () => new URL(page.url()).origin;
  const heavy = () => requests.filter((url) => /\.wasm$|\/digits\/|\/classifier\//.test(url));

  await lab.open('backend=wasm&generations=2&evaluation=200');
  await page.waitForLoadState('networkidle');
  expect(heavy()).toEqual([]);
  // no chunk that came so far has any of tfjs in it, and all of the page's together are small
  let bytes = 0;
  for (const url of new Set(requests.filter((address) => address.endsWith('.js') && !address.includes('worker')))) {
    const code = await (await page.request.get(url)).text();
    expect(code.includes('_tfengine'), url).toBe(false);
    bytes += gzipSync(code).length;
  }
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThan(260_000);

  await lab.run();
  await lab.expectEnded(2);
  // the mixture is float64 here, and points need no digits
  expect(heavy()).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(origin()) && !/^(blob|data):/.test(url))).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});
