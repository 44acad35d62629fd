import { defineConfig, devices } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser, SOFTWARE_WEBGL_FLAGS } from './scripts/browser.mjs';

const executablePath = await findBrowser();
if (!executablePath) throw new Error('No browser was found: `npm run verify` installs one.');

// workers of the test runner inherit it, so that all of them agree on one port that no other checkout uses
process.env.MAD_LAB_PORT ??= String(20_000 + (process.pid % 20_000));
/** pages that are slowed down (`e2e/journey.ts`) have more time */
const slower = Number(process.env.MAD_LAB_SLOW ?? 1);
const address = `http://localhost:${process.env.MAD_LAB_PORT}/`;

/** On software WebGL; they bear others beside them, too. */
const WEBGL = '**/*.webgl.spec.ts';

/**
 * Journeys that bear others beside them: nothing is measured in them, and they wait for what they want to see, however long it takes. What is
 * not named here has the machine for itself.
 */
const TOGETHER = [
  'accessibility',
  'card',
  'check',
  'class',
  'collect',
  'compare',
  'cures',
  'diagram',
  'digitsFollow',
  'downloads',
  'draw',
  'element',
  'embed',
  'embedDialog',
  'embedMatrix',
  'enlarge',
  'explain',
  'files',
  'film',
  'firefox',
  'gallery',
  'gpt2',
  'how',
  'interventions',
  'keyboard',
  'lesson',
  'lessonDigits',
  'lessonFrame',
  'lessonKinds',
  'lessonProjector',
  'lessonRuns',
  'listen',
  'speech',
  'links',
  'looks',
  'make',
  'map',
  'monkey',
  'neverBlank',
  'offline',
  'ownText',
  'oldBrowsers',
  'oldChromes',
  'points',
  'presets',
  'sameNumbers',
  'share',
  'singleFile',
  'stage',
  'story',
  'survive',
  'tail',
  'targets',
  'teach',
  'text',
  'theory',
  'touch',
  'view',
  'webkit',
].map((name) => `**/${name}.spec.ts`);

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // whoever runs journeys that bear company (`together`) may give them more; `npm run verify` does
  workers: 1,
  // for a busy machine; each takes seconds
  timeout: 300_000 * slower,
  expect: { timeout: 30_000 * slower },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 900 },
    baseURL: address,
    // what was done and asked for, without film and pages, which take a third of the processor's time: `--trace on` has them
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: BROWSER_FLAGS },
  },
  // two at once of different projects would be beside each other, whatever the workers of each: `npm run verify` runs `alone` by itself; the
  // long ones first, so that no worker waits at the end
  projects: [
    { name: 'webgl', testMatch: WEBGL, use: { launchOptions: { executablePath, args: [...BROWSER_FLAGS, ...SOFTWARE_WEBGL_FLAGS] } } },
    { name: 'together', testMatch: TOGETHER },
    { name: 'alone', testIgnore: [...TOGETHER, WEBGL] },
  ].map((project) => ({ ...project, outputDir: `test-results/e2e/${project.name}` })),
  webServer: { command: `node scripts/serve.mjs dist ${process.env.MAD_LAB_PORT}`, url: address },
});
