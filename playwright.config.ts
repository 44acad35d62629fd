import { defineConfig, devices } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser, SOFTWARE_WEBGL_FLAGS } from './scripts/browser.mjs';

const executablePath = await findBrowser();
if (!executablePath) throw new Error('No browser was found: `npm run verify` installs one.');

// workers of the test runner inherit it, so that all of them agree on one port that no other checkout uses
process.env.MAD_LAB_PORT ??= String(20_000 + (process.pid % 20_000));
/** pages that are slowed down (`e2e/journey.ts`) have more time */
const slower = Number(process.env.MAD_LAB_SLOW ?? 1);
const address = `http://localhost:${process.env.MAD_LAB_PORT}/`;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // a training run wants a core for itself, the page another
  workers: 1,
  // for a busy machine; each takes seconds
  timeout: 300_000 * slower,
  expect: { timeout: 30_000 * slower },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 900 },
    baseURL: address,
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args: BROWSER_FLAGS },
  },
  projects: [
    { name: 'wasm', testIgnore: '**/*.webgl.spec.ts' },
    { name: 'webgl', testMatch: '**/*.webgl.spec.ts', use: { launchOptions: { executablePath, args: [...BROWSER_FLAGS, ...SOFTWARE_WEBGL_FLAGS] } } },
  ],
  webServer: { command: `node scripts/serve.mjs dist ${process.env.MAD_LAB_PORT}`, url: address },
});
