import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import process from 'node:process';

const FILE = 'docs/performance.md';

/** Where, and when, something was measured. */
export const machine = (): string =>
  `on ${new Date().toISOString().slice(0, 10)}, on ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown processor'})`;

/** Renews one part of docs/performance.md; what others measured, perhaps on another day, stays. */
export function writePart(name: string, text: string): void {
  const [start, end] = [`<!-- ${name}: npm run bench -- ${name} -->`, `<!-- end of ${name} -->`];
  const whole = readFileSync(FILE, 'utf8');
  const [from, to] = [whole.indexOf(start), whole.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${FILE} has no part “${name}”.`);
  writeFileSync(FILE, `${whole.slice(0, from)}${start}\n${text.trim()}\n\n${whole.slice(to)}`);
  process.stdout.write(`${FILE}: ${name} is written.\n`);
}
