/**
 * Whether the built page uses anything that the oldest promised browsers lack and nobody has looked at: `npm run check:compatibility`,
 * after `npm run build`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { GUARDED } from './compat/guarded';
import { BROWSERS, type Feature, MINIMA } from './compat/support';
import { namesIn, newerApisIn } from './compat/usedInScripts';
import { newerStylesIn } from './compat/usedInStyles';

const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
const scripts = files.filter((path) => /^(assets\/.*|embed\/(app|engine|tensors-\w+)|mad-loop|embed-height)\.js$/.test(path));
const styles = files.filter((path) => path.endsWith('.css'));
const read = (path: string) => readFileSync(join('dist', path), 'utf8');

const uses = new Map<string, { readonly feature: Feature; readonly in: string[] }>();
function note(path: string, features: readonly Feature[]): void {
  for (const feature of features) {
    const use = uses.get(feature.name) ?? { feature, in: [] };
    use.in.push(path);
    uses.set(feature.name, use);
  }
}
/** Files of the embed hold their code as a text. */
const codeOf = (text: string) => /^\(globalThis\.madLabFiles\?\?=\{\}\)\[[^\]]*\]=(".*")$/s.exec(text.trim())?.[1];
for (const path of scripts) {
  const text = read(path);
  const code = codeOf(text);
  note(path, newerApisIn(namesIn(code === undefined ? text : String(JSON.parse(code.replaceAll('<\\!--', '<!--'))))));
}
for (const path of styles) note(path, newerStylesIn(read(path)));

const problems: string[] = [];
for (const [name, { feature, in: paths }] of uses) {
  if (name in GUARDED) continue;
  const lacking = feature.lackedBy.map((browser) => `${browser} ${MINIMA[browser]}`).join(', ');
  problems.push(`${name} is not in ${lacking}: used in ${paths.slice(0, 3).join(', ')}. Guard it, then say how in scripts/compat/guarded.ts.`);
}
for (const name of Object.keys(GUARDED)) if (!uses.has(name)) problems.push(`${name} is no longer used: take it out of scripts/compat/guarded.ts.`);
if (scripts.length < 10 || styles.length < 1)
  problems.push(`only ${scripts.length} scripts and ${styles.length} style sheets were found: run npm run build`);
process.stdout.write(
  `${scripts.length} scripts and ${styles.length} style sheets: ${uses.size} things newer than ${BROWSERS.map((browser) => `${browser} ${MINIMA[browser]}`).join(', ')}, ${problems.length} of them unguarded\n`,
);
for (const problem of problems) process.stdout.write(`Problem: ${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
