import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** Switches for a quiet browser; without a sandbox only where root leaves no other choice. */
export const BROWSER_FLAGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** WebGL without a GPU, the same on every machine. */
export const SOFTWARE_WEBGL_FLAGS = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const SYSTEM_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const FIREFOX_NAMES = ['firefox', 'firefox-esr'];
const FIREFOX_PATHS = ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'];

/** @param {string[]} names */
const onPath = (names) => names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));

/**
 * The program that an environment variable names; null where none is named.
 * @param {string} variable
 */
function namedBy(variable) {
  const named = process.env[variable];
  if (named && !existsSync(named)) throw new Error(`${variable} names ${named}, and there is no such file.`);
  return named || null;
}

/**
 * A browser that lacks a library of the system is there, but does not start. On Windows asking for the version opens a window.
 * @param {string} path
 */
function starts(path) {
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

async function playwrightsOwn() {
  try {
    return (await import('@playwright/test')).chromium.executablePath();
  } catch {
    return '';
  }
}

/**
 * The Chromium that tests run in: the one that MAD_LAB_BROWSER names, Playwright's own download, the system's. `null`: none is there.
 * @returns {Promise<string | null>}
 */
export async function findBrowser() {
  const named = namedBy('MAD_LAB_BROWSER');
  if (named) return named;
  const candidates = [await playwrightsOwn(), ...onPath(SYSTEM_NAMES), ...SYSTEM_PATHS];
  return candidates.find((path) => path !== '' && existsSync(path) && starts(path)) ?? null;
}

/** The Firefox that the embed is tested in, too: the one that MAD_LAB_FIREFOX names, or the system's. `null`: none is there. */
export function findFirefox() {
  return namedBy('MAD_LAB_FIREFOX') ?? [...onPath(FIREFOX_NAMES), ...FIREFOX_PATHS].find((path) => existsSync(path) && starts(path)) ?? null;
}

/**
 * The WebKitGTK that the page is tested in, too: the driver that MAD_LAB_WEBKIT names, or the system's, which knows its own browser. `null`: none
 * is there, or no display for it. (It knows no `--version`, and is installed with all that it needs.)
 * @returns {{ driver: string, xvfb: string | null } | null}
 */
export function findWebkit() {
  const driver = namedBy('MAD_LAB_WEBKIT') ?? onPath(['WebKitWebDriver']).find((path) => existsSync(path)) ?? null;
  const xvfb = onPath(['Xvfb']).find((path) => existsSync(path)) ?? null;
  return driver && (xvfb || process.env.DISPLAY) ? { driver, xvfb } : null;
}
