/** `npm run verify:science`: the engine against values that it did not make, into docs/validation.md. `-- --family name` runs one family and writes nothing. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { em } from './em';
import { type Family, passes } from './finding';
import { loops } from './loops';
import { metrics } from './metrics';
import { type Chapter, report, table } from './report';
import { theory } from './theory';

const FAMILIES: readonly Family[] = [metrics, em, loops, theory];
const REPORT = new URL('../docs/validation.md', import.meta.url);

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
  const start = performance.now();
  const findings = await check((line) => console.log(`${name}: ${line}`));
  console.log(`\n${table(findings)}\n`);
  return { family: name, findings, seconds: (performance.now() - start) / 1000 };
}

const families = chosenFamilies();
const circumstances = { commit: currentCommit(), node: process.versions.node, date: new Date().toISOString().slice(0, 10) };
const chapters: Chapter[] = [];
for (const family of families) chapters.push(await examine(family));

if (families === FAMILIES) {
  writeFileSync(REPORT, report(chapters, circumstances));
  console.log('docs/validation.md is written.');
}
const failed = chapters.flatMap(({ family, findings }) => findings.filter((finding) => !passes(finding)).map((finding) => ({ family, ...finding })));
for (const { family, what, against, worst, limit, unit } of failed)
  console.error(`Does not pass: ${family}: ${what}, against ${against}: ${worst} instead of at most ${limit} (${unit}).`);
if (failed.length > 0) process.exit(1);
