// `npm run verify:stories`: runs the stories of the digits, and writes down that they passed, for `npm run verify`. What stands behind it, Vitest gets.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { run } from './dependencies.mjs';
import { keepVerdicts, STORIES, storyHash } from './verify/storyVerdicts.mjs';

const REPORT = 'test-results/stories.json';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const hash = storyHash();
rmSync(REPORT, { force: true });
mkdirSync('test-results', { recursive: true });
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
process.exitCode = await run('npx', ['vitest', 'run', ...STORIES, ...reporters, ...process.argv.slice(2)], {
  env: { ...process.env, ALL_STORIES: '1' },
});
// not where only some of them were asked for
if (existsSync(REPORT) && process.argv.length === 2) keepVerdicts(JSON.parse(readFileSync(REPORT, 'utf8')), hash);
