import { existsSync } from 'node:fs';
import process from 'node:process';
import { findBrowser, findFirefox, findWebkit } from '../browser.mjs';

/** @typedef {import('./parts.mjs').Tools} Tools */

/**
 * Only root on Debian gets packages of the system.
 * @param {Tools} tools
 * @param {string[]} names
 */
async function installPackages({ run }, ...names) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  await run('apt-get', ['update']);
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...names], { ...process.env, DEBIAN_FRONTEND: 'noninteractive' });
}

/**
 * Playwright's own download first: it works for every user but root needs no part of it; then the system's package.
 * @param {Tools} tools
 */
export async function installBrowser(tools) {
  if (await findBrowser()) return true;
  await tools.run('npx', ['playwright', 'install', 'chromium']);
  if (!(await findBrowser())) await installPackages(tools, 'chromium');
  const browser = await findBrowser();
  if (!browser) tools.say('No browser: install Chromium or Chrome, or name one in the environment variable MAD_LAB_BROWSER.\n');
  return browser !== null;
}

/**
 * Other engines: what is tested in one that is missing is skipped, and counted so.
 * @param {Tools} tools
 */
export async function installOtherBrowsers(tools) {
  if (!findFirefox()) await installPackages(tools, 'firefox-esr');
  if (!findFirefox()) tools.say('No Firefox: what is tested in it is skipped. Name one in the environment variable MAD_LAB_FIREFOX.\n');
  if (!findWebkit()) await installPackages(tools, 'webkit2gtk-driver', 'xvfb');
  if (!findWebkit())
    tools.say('No WebKitGTK: what is tested in it is skipped. Name its WebKitWebDriver in MAD_LAB_WEBKIT; it needs a display, or Xvfb.\n');
  return true;
}
