// `npm run verify`: install what is missing, a browser too, and run all that CI runs. Node's own modules only: nothing else is there yet.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findBrowser, findFirefox, findWebkit } from './browser.mjs';
import { installDependencies, run } from './dependencies.mjs';
import { fetchOldChromes } from './oldChromes.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const REPORTS = 'test-results/verify';
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {{ name: string, succeeded: boolean, seconds: number }[]} */
const times = [];

/** @typedef {typeof total} Counts */

/**
 * A part without cases of its own counts as one; one that ends badly without naming a failed case counts as one failed.
 * @param {string} name
 * @param {() => boolean | Promise<boolean>} work
 * @param {() => Counts | null} cases
 */
async function part(name, work, cases = () => null) {
  process.stdout.write(`\n=== ${name}\n`);
  const start = performance.now();
  const succeeded = await work();
  const counts = cases() ?? { passed: succeeded ? 1 : 0, failed: 0, skipped: 0 };
  if (!succeeded && counts.failed === 0) counts.failed = 1;
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  times.push({ name, succeeded, seconds: (performance.now() - start) / 1000 });
  return succeeded;
}

/** @param {string[]} args */
const npm = (...args) => run('npm', ['run', ...args]) === 0;

/**
 * @param {string} file
 * @param {(json: any) => Counts} read
 */
function report(file, read) {
  return () => (existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : null);
}

/** Only root on Debian gets packages of the system. @param {string[]} names */
function installPackages(...names) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', ...names], { ...process.env, DEBIAN_FRONTEND: 'noninteractive' });
}

/** Playwright's own download first: it works for every user but root needs no part of it; then the system's package. */
async function installBrowser() {
  if (await findBrowser()) return true;
  run('npx', ['playwright', 'install', 'chromium']);
  if (!(await findBrowser())) installPackages('chromium');
  const browser = await findBrowser();
  if (!browser) process.stdout.write('No browser: install Chromium or Chrome, or name one in the environment variable MAD_LAB_BROWSER.\n');
  return browser !== null;
}

/** Other engines: what is tested in one that is missing is skipped, and counted so. */
function installOtherBrowsers() {
  if (!findFirefox()) installPackages('firefox-esr');
  if (!findFirefox()) process.stdout.write('No Firefox: what is tested in it is skipped. Name one in the environment variable MAD_LAB_FIREFOX.\n');
  if (!findWebkit()) installPackages('webkit2gtk-driver', 'xvfb');
  if (!findWebkit())
    process.stdout.write('No WebKitGTK: what is tested in it is skipped. Name its WebKitWebDriver in MAD_LAB_WEBKIT; it needs a display, or Xvfb.\n');
  return true;
}

async function parts() {
  if (!(await part('dependencies', installDependencies))) return;
  const browser = await part('browser', installBrowser);
  await part('other browsers', installOtherBrowsers);
  await part('old Chromes', fetchOldChromes);
  await part('types', () => npm('typecheck'));
  await part('lint', () => npm('lint'));
  await part(
    'unit tests',
    () => npm('test', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORTS}/unit.json`),
    report(`${REPORTS}/unit.json`, (json) => ({
      passed: json.numPassedTests,
      failed: json.numFailedTests,
      skipped: json.numPendingTests + json.numTodoTests,
    })),
  );
  await part(
    'stories',
    () => npm('verify:stories', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORTS}/stories.json`),
    report(`${REPORTS}/stories.json`, (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests, skipped: json.numPendingTests })),
  );
  if (!(await part('build', () => npm('build')))) return;
  await part('bundle', () => npm('check:bundle'));
  await part('compatibility', () => npm('check:compatibility'));
  await part('package', () => npm('check:package'));
  if (!browser) return;
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = `${REPORTS}/journeys.json`;
  await part(
    'journeys',
    () => npm('e2e', '--', '--reporter=list,json'),
    report(`${REPORTS}/journeys.json`, ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped })),
  );
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
await parts();
process.stdout.write(`\nSeconds on ${availableParallelism()} cores:\n`);
for (const { name, succeeded, seconds } of times) process.stdout.write(`${seconds.toFixed(1).padStart(8)}  ${name}${succeeded ? '' : ' FAILED'}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
