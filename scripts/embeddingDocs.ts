/** `npm run docs:embedding`: writes the tables of docs/embedding.md and the element's types anew, from the schemas. A test holds that they are up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withTables } from './embeddingTables';
import { keyAttributes } from './package/keyAttributes';

const FILE = new URL('../docs/embedding.md', import.meta.url);
writeFileSync(FILE, withTables(readFileSync(FILE, 'utf8')));
writeFileSync(new URL('../src/element/keyAttributes.ts', import.meta.url), keyAttributes());
