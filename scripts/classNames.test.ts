import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import postcss from 'postcss';
import { expect, it } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) => join('src', file));
const sheets = files.filter((file) => file.endsWith('.module.css'));

/** Class names of a module; what stands in `:global(…)` is no name of its own. */
function namesIn(css: string): Set<string> {
  const names = new Set<string>();
  postcss.parse(css).walkRules(({ selector }) => {
    for (const [, name] of selector.replaceAll(/:global\((\([^)]*\)|[^()])*\)/g, '').matchAll(/\.([a-z]\w*)/gi)) names.add(name);
  });
  return names;
}

/** Names that components take of a module; null where one asks by a name that only the run knows. */
function takenOf(sheet: string): Set<string> | null {
  const taken = new Set<string>();
  for (const file of files.filter((name) => name.endsWith('.tsx'))) {
    const code = readFileSync(file, 'utf8');
    for (const [, local, address] of code.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)) {
      if (join(dirname(file), address) !== sheet) continue;
      if (code.includes(`${local}[`)) return null;
      for (const [, name] of code.matchAll(new RegExp(`\\b${local}\\.(\\w+)`, 'g'))) taken.add(name);
    }
  }
  return taken;
}

it.each(sheets)('%s has the classes that components take of it, and no others', (sheet) => {
  const names = namesIn(readFileSync(sheet, 'utf8'));
  const taken = takenOf(sheet);
  expect(names.size).toBeGreaterThan(0);
  if (taken) expect([...taken].sort()).toEqual([...names].sort());
});
