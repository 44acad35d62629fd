import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withTables } from './embeddingTables';
import { FILE_TABLES } from './filesTables';

it('docs/files.md has the table that the description of a lane makes: if not, `npm run docs:embedding`', () => {
  const text = readFileSync(new URL('../docs/files.md', import.meta.url), 'utf8');
  expect(withTables(text, FILE_TABLES)).toBe(text);
});
