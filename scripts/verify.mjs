// `npm run verify`: install what is missing, a browser too, and run all that CI runs. Node's own modules only: nothing else is there yet.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './dependencies.mjs';
import { fetchOldChromes } from './oldChromes.mjs';
import { installBrowser, installOtherBrowsers } from './verify/browsers.mjs';
import { runParts } from './verify/parts.mjs';
import { slowest, timesOfJourneys, timesOfUnitFiles } from './verify/slowest.mjs';
import { knownVerdicts, VERDICTS } from './verify/storyVerdicts.mjs';

/** @typedef {import('./verify/parts.mjs').Part} Part */
/** @typedef {import('./verify/parts.mjs').Counts} Counts */

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
/** `npm run verify -- --all`: known verdicts don't count */
const isAll = process.argv.includes('--all');
const cores = availableParallelism();
const REPORTS = 'test-results/verify';
const UNIT = `${REPORTS}/unit.json`;
const STORIES = 'test-results/stories.json';

/**
 * A script of package.json that is a part of its own.
 * @param {string} name
 * @param {string} script
 * @param {Partial<Part>} more
 * @returns {Part}
 */
const script = (name, script, more = {}) => ({ name, needs: ['dependencies'], work: ({ npm }) => npm(script), ...more });

/** @param {string} file */
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/** @param {string} file a report of Vitest's @returns {Counts | null} */
function unitCases(file) {
  const json = read(file);
  return json && { passed: json.numPassedTests, failed: json.numFailedTests, skipped: json.numPendingTests + json.numTodoTests };
}

const unitTests = script('unit tests', 'test', {
  work: ({ npm }) => npm('test', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT}`),
  cases: () => unitCases(UNIT),
});

/** @returns {Part} */
function stories() {
  const known = isAll ? null : knownVerdicts();
  if (!known) return script('stories', 'verify:stories', { cases: () => unitCases(STORIES) });
  const words = `${known.passed.length} stories passed before, and nothing that they depend on is another since then (hash ${known.hash.slice(0, 12)} in ${VERDICTS}): counted as passed. \`npm run verify -- --all\` runs them.\n`;
  return {
    name: 'stories',
    needs: ['dependencies'],
    work: ({ say }) => {
      say(words);
      return true;
    },
    cases: () => ({ passed: known.passed.length, failed: 0, skipped: 0 }),
  };
}

/** @type {string[]} */
const journeyReports = [];

/**
 * @param {string} name
 * @param {string[]} flags
 * @returns {Part}
 */
function journeys(name, ...flags) {
  const file = `${REPORTS}/${name.replaceAll(' ', '-')}.json`;
  journeyReports.push(file);
  return script(name, 'e2e', {
    needs: ['browser', 'build'],
    work: async ({ run }) =>
      (await run('npm', ['run', 'e2e', '--', '--reporter=list,json', ...flags], { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file })) === 0,
    cases: () => {
      const stats = read(file)?.stats;
      return stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
    },
  });
}

/** Side by side where nothing is measured and nothing takes all cores by itself. */
const groups = () => [
  [{ name: 'dependencies', work: installDependencies }],
  [
    script('build', 'build'),
    { name: 'browser', needs: ['dependencies'], work: installBrowser },
    { name: 'other browsers', needs: ['dependencies'], after: ['browser'], work: installOtherBrowsers },
    { name: 'old Chromes', needs: ['dependencies'], after: ['other browsers'], work: fetchOldChromes },
    script('types', 'typecheck'),
    script('lint', 'lint'),
    ...['bundle', 'compatibility', 'package'].map((name) => script(name, `check:${name}`, { needs: ['build'] })),
  ],
  [unitTests],
  [stories()],
  // a page and its engine leave some of two cores free
  [journeys('journeys together', '--project=webgl', '--project=together', `--workers=${Math.max(Math.min(cores, 2), Math.floor(cores / 2))}`)],
  [journeys('journeys alone', '--project=alone')],
];

/** @param {string} title @param {{ name: string, seconds: number }[]} timed */
function list(title, timed) {
  if (timed.length === 0) return;
  process.stdout.write(`\n${title}:\n`);
  for (const { name, seconds } of timed) process.stdout.write(`${seconds.toFixed(1).padStart(8)}  ${name}\n`);
}

rmSync(REPORTS, { recursive: true, force: true });
rmSync(STORIES, { force: true });
mkdirSync(REPORTS, { recursive: true });
const start = performance.now();
const outcomes = await runParts(groups(), cores);
list('Slowest unit test files, seconds', slowest(timesOfUnitFiles(read(UNIT) ?? { testResults: [] }, process.cwd())));
list('Slowest journeys, seconds', slowest(journeyReports.flatMap((file) => timesOfJourneys(read(file) ?? {}))));
list(
  `Seconds on ${cores} cores, ${((performance.now() - start) / 1000).toFixed(0)} in all`,
  outcomes.map(({ name, succeeded, seconds }) => ({ name: `${name}${succeeded ? '' : ' FAILED'}`, seconds })),
);
/** @param {keyof Counts} kind */
const total = (kind) => outcomes.reduce((sum, { counts }) => sum + counts[kind], 0);
process.stdout.write(`${total('passed')} passed, ${total('failed')} failed${total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''}\n`);
process.exitCode = total('failed') > 0 ? 1 : 0;
