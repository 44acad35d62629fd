/** `npm run docs:embedding`: writes the tables of docs/embedding.md anew, from the schemas. A test holds that they are up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withTables } from './embeddingTables';

const FILE = new URL('../docs/embedding.md', import.meta.url);
writeFileSync(FILE, withTables(readFileSync(FILE, 'utf8')));
