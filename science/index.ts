/** `npm run verify:science`: the engine against values that it did not make, into docs/validation.md. `-- --family name` runs one family and renews its chapter alone. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { cures } from './cures';
import { em } from './em';
import { type Family, passes } from './finding';
import { loops } from './loops';
import { metrics } from './metrics';
import { presets } from './presets';
import { type Chapter, report, table } from './report';
import { text } from './text';
import { theory } from './theory';
import { vae } from './vae';

const FAMILIES: readonly Family[] = [metrics, em, loops, theory, cures, vae, text, presets];
const REPORT = new URL('../docs/validation.md', import.meta.url);
/** The same as data, chapter by chapter. */
const RESULTS = new URL('../docs/validation.json', import.meta.url);

function chosenFamilies(): readonly Family[] {
  const { family } = parseArgs({ options: { family: { type: 'string' } } }).values;
  if (family === undefined) return FAMILIES;
  const found = FAMILIES.find(({ name }) => name === family);
  if (found) return [found];
  console.error(`There is no family “${family}”. Known: ${FAMILIES.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

function currentCommit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', cwd: new URL('..', import.meta.url) }).trim();
  try {
    // the report itself is about to change
    const changed = git('status', '--porcelain', '--', '.', ':!docs');
    return `${git('rev-parse', '--short=12', 'HEAD')}${changed === '' ? '' : ', with changes that were not committed'}`;
  } catch {
    return 'unknown (not a git checkout)';
  }
}

async function examine({ name, check }: Family): Promise<Chapter> {
  const circumstances = { commit: currentCommit(), node: process.versions.node, date: new Date().toISOString().slice(0, 10) };
  const start = performance.now();
  const notes: string[] = [];
  const findings = await check(
    (line) => console.log(`${name}: ${line}`),
    (markdown) => notes.push(markdown),
  );
  console.log(`\n${[table(findings), ...notes].join('\n\n')}\n`);
  return { family: name, findings, notes, seconds: Math.round((performance.now() - start) / 1000), ...circumstances };
}

const families = chosenFamilies();
const failed: string[] = [];
for (const family of families) {
  const chapter = await examine(family);
  // read now: another run may have renewed its chapter since this one began
  const stored = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Chapter[]) : [];
  const all = [...stored.filter((other) => other.family !== family.name), chapter];
  const inOrder = FAMILIES.flatMap(({ name }) => all.filter((candidate) => candidate.family === name));
  writeFileSync(RESULTS, `${JSON.stringify(inOrder, null, 1)}\n`);
  writeFileSync(REPORT, report(inOrder));
  for (const finding of chapter.findings.filter((candidate) => !passes(candidate))) {
    const { what, against, worst, limit, unit } = finding;
    failed.push(`Does not pass: ${family.name}: ${what}, against ${against}: ${worst} instead of at most ${limit} (${unit}).`);
  }
}
console.log('docs/validation.md is written.');
for (const line of failed) console.error(line);
if (failed.length > 0) process.exit(1);
