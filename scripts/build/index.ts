/** `npm run build [-- step …]`: makes dist/, all of it or these steps of it. Each step is one function, in a file of its name. */
import process from 'node:process';
import { checkPage } from './checkPage';
import { classicScripts } from './classicScripts';
import { element } from './element';
import { embedPage } from './embedPage';
import { licences } from './licences';
import { offline } from './offline';
import { policies } from './policies';
import { presetPages } from './presetPages';
import { singleFile } from './singleFile';
import { site } from './site';
import { teach } from './teach';

/** In this order: later steps read what earlier ones wrote. */
const STEPS: Readonly<Record<string, () => Promise<void>>> = {
  site,
  presetPages,
  checkPage,
  teach,
  classicScripts,
  embedPage,
  element,
  licences,
  singleFile,
  policies,
  offline,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in STEPS));
if (unknown.length > 0) throw new Error(`There is no step ${unknown.join(', ')}. Steps: ${Object.keys(STEPS).join(', ')}.`);

for (const [name, step] of Object.entries(STEPS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const start = performance.now();
  await step();
  process.stdout.write(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}
process.exit(0);
