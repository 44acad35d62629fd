import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

export const VERDICTS = 'src/headless/stories/verdicts.json';
export const STORIES = ['digits', 'moreDigits', 'speech', 'moreText'].map((story) => `src/headless/stories/${story}.test.ts`);

/** What the numbers of a story come from: folders, and single files. A test sees to it that nothing that stories import is missing. */
const FOLDERS = ['src/engine', 'src/backend', 'src/headless', 'public/digits', 'public/speech', 'public/classifier', 'public/texts'];
const FILES = ['package-lock.json', ...STORIES];

/** @param {string} path */
const isSource = (path) => /\.(ts|bin)$/.test(path) && !/\.test\.ts$|(^|\/)fixtures\//.test(path);

/**
 * What folders hold of sources, with single files, in the order of their characters, with `/` on every system. Paths are below the working directory.
 * @param {readonly string[]} folders
 * @param {readonly string[]} files
 */
export function sourcesIn(folders, files) {
  const found = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path).replaceAll('\\', '/'))
      .filter(isSource),
  );
  return [...found, ...files].sort();
}

export const storyFiles = () => sourcesIn(FOLDERS, FILES);

/**
 * One hash of many files: of their paths and bytes, whatever their order, and whatever ends the lines of texts.
 * @param {readonly { path: string, bytes: Buffer }[]} files
 */
export function hashOf(files) {
  const hash = createHash('sha256');
  for (const { path, bytes } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const same = path.endsWith('.bin') ? bytes : Buffer.from(bytes.toString('utf8').replaceAll('\r\n', '\n'));
    hash.update(`${path}\n${same.length}\n`).update(same);
  }
  return hash.digest('hex');
}

/** @param {readonly string[]} paths */
export const hashOfPaths = (paths) => hashOf(paths.map((path) => ({ path, bytes: readFileSync(path) })));

export const storyHash = () => hashOfPaths(storyFiles());

/** @typedef {{ hash: string, passed: string[] }} Verdicts */

/** @returns {Verdicts | null} */
function readVerdicts() {
  try {
    return JSON.parse(readFileSync(VERDICTS, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * The verdicts on what is there now; null where it was not judged.
 * @returns {Verdicts | null}
 */
export function knownVerdicts() {
  const verdicts = readVerdicts();
  return verdicts?.hash === storyHash() ? verdicts : null;
}

/**
 * Writes down that all passed, under the hash from before they ran; forgets what was said of this hash where they did not.
 * @param {{ success: boolean, testResults: { assertionResults: { fullName: string, status: string }[] }[] }} report Vitest's
 * @param {string} hash
 */
export function keepVerdicts({ success, testResults }, hash) {
  const cases = testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = cases.filter(({ status }) => status === 'passed').map(({ fullName }) => fullName);
  if (hash !== storyHash()) process.stdout.write('What the stories depend on was changed while they ran: their verdicts are not kept.\n');
  else if (success && passed.length > 0 && passed.length === cases.length) {
    writeFileSync(VERDICTS, `${JSON.stringify({ hash, passed: passed.sort() }, null, 2)}\n`);
    process.stdout.write(`${passed.length} stories passed: kept in ${VERDICTS}, under hash ${hash.slice(0, 12)}.\n`);
  } else if (readVerdicts()?.hash === hash) rmSync(VERDICTS);
}
