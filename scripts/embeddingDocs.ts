/** `npm run docs:embedding`: writes the tables of docs/embedding.md and docs/files.md and the element's types anew, from the schemas. Tests hold that they are up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { TABLES, withTables } from './embeddingTables';
import { FILE_TABLES } from './filesTables';
import { keyAttributes } from './package/keyAttributes';

for (const [name, tables] of Object.entries({ embedding: TABLES, files: FILE_TABLES })) {
  const file = new URL(`../docs/${name}.md`, import.meta.url);
  writeFileSync(file, withTables(readFileSync(file, 'utf8'), tables));
}
writeFileSync(new URL('../src/element/keyAttributes.ts', import.meta.url), keyAttributes());
