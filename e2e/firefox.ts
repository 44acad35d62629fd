import puppeteer, { type Browser, type Viewport } from 'puppeteer-core';
import { findFirefox } from '../scripts/browser.mjs';

/** Firefox, driven by WebDriver BiDi: Playwright can't drive the one that systems have. */
export function openFirefox(
  defaultViewport: Viewport = { width: 800, height: 600 },
  extraPrefsFirefox: Record<string, unknown> = {},
): Promise<Browser> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('There is no Firefox on this machine.');
  return puppeteer.launch({ browser: 'firefox', executablePath, headless: true, defaultViewport, extraPrefsFirefox });
}
