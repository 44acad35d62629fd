/**
 * What a reader downloads before anything runs, and what the built folder may hold. Bundles the page anew in memory, because only the
 * bundler knows which modules a chunk is made of. `npm run check:bundle`, after `npm run build`.
 */
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

const LIMIT_KB = 260;
/** All of the engine that the page may hold as code; the catalogue comes as data. */
const PAGE_ENGINE = /^src\/engine\/(experiment\.ts|experimentText\.ts|math\/quantile\.ts|MODEL\.md)$/;
/** Entries of chunks that wait for a reader's wish. */
const ON_DEMAND = /^src\/ui\/(dialogs|gallery|share|export)\//;
const HEAVY_PACKAGES = /node_modules\/(@tensorflow|ml-matrix|@stdlib|pure-rand)\//;
/** Real digits, the classifier that scores them, code, styles, pictures of ours (of each preset, in the gallery), words. Anything else could be a stored result. */
const MAY_BE_SERVED =
  /^(digits\/(14|28)\/(train|test)-\d+\.bin|classifier\/(14|28)\.bin|(digits\/|classifier\/)README\.md|presets\/[a-z0-9-]+\.svg|index\.html|favicon\.svg|assets\/[\w.-]+\.(js|css|wasm))$/;

const problems: string[] = [];
const say = (text: string) => process.stdout.write(`${text}\n`);
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** Chunks that come before anything runs: all but what only these bring. The charts', for one, is fetched late but early enough. */
function earlyOf(chunks: readonly Rolldown.OutputChunk[]): Set<string> {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const early = new Set<string>();
  const visit = (fileName: string) => {
    const chunk = byName.get(fileName);
    if (!chunk || early.has(fileName)) return;
    early.add(fileName);
    chunk.imports.forEach(visit);
    for (const name of chunk.dynamicImports) if (!ON_DEMAND.test(relative(process.cwd(), byName.get(name)?.facadeModuleId ?? ''))) visit(name);
  };
  for (const { fileName, isEntry } of chunks) if (isEntry) visit(fileName);
  return early;
}

function checkChunks(chunks: readonly Rolldown.OutputChunk[]): void {
  const early = earlyOf(chunks);
  const sizes = chunks.map(({ fileName, code }) => ({ fileName, bytes: gzipSync(code).length, early: early.has(fileName) }));
  const sum = (parts: typeof sizes) => parts.reduce((total, { bytes }) => total + bytes, 0);
  const total = sum(sizes.filter((chunk) => chunk.early));
  for (const { fileName, bytes, early: isEarly } of sizes) say(`${kB(bytes).padStart(10)}  ${fileName}${isEarly ? '' : ' (on demand)'}`);
  say(`${kB(total).padStart(10)}  JavaScript of the page before the first run, gzip (limit ${LIMIT_KB} kB)`);
  say(`${kB(sum(sizes) - total).padStart(10)}  more when a reader asks for it: dialogs, pictures, saved files`);
  if (total > LIMIT_KB * 1000) problems.push(`the page's JavaScript is over ${LIMIT_KB} kB`);
  if (early.size === sizes.length) problems.push('every chunk is needed at once, so that nothing is left on demand');
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds.map((id) => relative(process.cwd(), id).replaceAll('\\', '/')));
  if (modules.length < 20) problems.push(`only ${modules.length} modules were seen, so this check checks nothing`);
  for (const id of modules) {
    if (HEAVY_PACKAGES.test(id) || (id.startsWith('src/engine/') && !PAGE_ENGINE.test(id))) problems.push(`${id} is in the page's JavaScript`);
  }
}

function checkFiles(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());
  const strangers = files.filter((path) => !MAY_BE_SERVED.test(path.replaceAll('\\', '/')));
  say(`${String(files.length).padStart(10)}  files in ${folder}/, ${strangers.length} unknown`);
  for (const path of strangers) problems.push(`${folder}/${path} is on no list of what may be served`);
}

const bundled = (await build({ logLevel: 'error', build: { write: false } })) as Rolldown.RolldownOutput;
checkChunks(bundled.output.filter((output) => output.type === 'chunk'));
for (const folder of ['public', 'dist']) checkFiles(folder);
for (const problem of problems.slice(0, 20)) say(`Problem: ${problem}`);
if (problems.length > 20) say(`and ${problems.length - 20} more problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
