import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importsOf, resolveImport } from '../architecture';
import { hashOf, STORIES, storyFiles } from './storyVerdicts.mjs';

const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });
const one = file('src/a.ts', 'const a = 1;\nconst b = 2;\n');
const two = file('src/b.ts', 'export {};\n');

test('the hash is the same whatever the order of the files and the ends of their lines', () => {
  expect(hashOf([one, two])).toMatch(/^[0-9a-f]{64}$/);
  expect(hashOf([two, one])).toBe(hashOf([one, two]));
  expect(hashOf([file('src/a.ts', 'const a = 1;\r\nconst b = 2;\r\n'), two])).toBe(hashOf([one, two]));
});

test('the hash is another one when a byte, a name, or the place of a byte is', () => {
  const others = [
    [one],
    [file('src/a.ts', 'const a = 1;\nconst b = 3;\n'), two],
    [file('src/c.ts', one.bytes.toString()), two],
    [file('src/a.ts', ''), file('src/b.ts', one.bytes.toString() + two.bytes.toString())],
    [file('a.bin', '1\r\n')],
    [file('a.bin', '1\n')],
  ].map(hashOf);
  expect(new Set([hashOf([one, two]), ...others]).size).toBe(others.length + 1);
});

test('all that a story imports is under the hash, and its digits are', () => {
  const files = new Set(storyFiles());
  const reached = new Set(STORIES);
  // a set is walked on to what is put in on the way
  for (const path of reached) {
    if (!path.endsWith('.ts')) continue;
    for (const { specifier, type } of importsOf(path, readFileSync(path, 'utf8'))) {
      const target = type ? null : resolveImport(path, specifier);
      if (target) reached.add(target);
    }
  }
  expect(reached.size).toBeGreaterThan(30);
  expect([...reached].filter((path) => !files.has(path))).toEqual([]);
  expect([...files].filter((path) => path.endsWith('.bin')).length).toBeGreaterThan(10);
  expect([...files].filter((path) => path.endsWith('.test.ts'))).toEqual([...STORIES].sort());
});
