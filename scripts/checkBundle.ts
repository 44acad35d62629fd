/**
 * What a reader downloads before anything runs, and what the built folder may hold. Bundles the page anew in memory, because only the
 * bundler knows which modules a chunk is made of. `npm run check:bundle`, after `npm run build`.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { isPageSafe } from './architecture';
import { notedPackages } from './build/bundledPackages';
import { headOf, manifestOf } from './build/licences';
import { LIMITS } from './build/limits';

const LIMIT_KB = 174;
/** The whole of TensorFlow.js, which Node takes its gradients from, and what only that brings. */
const NODE_ONLY = /node_modules\/(@tensorflow\/tfjs|yargs|node-fetch|core-js)$/;
const HEAVY_PACKAGES = /node_modules\/(@tensorflow|ml-matrix|@stdlib|pure-rand)\//;
/** Real digits, written and spoken, the classifiers that score them, real texts, code, styles, pictures of ours (of each preset), pages, what teachers print, the same once more as classic scripts and in single files. Anything else could be a stored result. */
const MAY_BE_SERVED = new RegExp(
  `^(${[
    'digits/(14|28)/(train|test)-\\d+\\.bin',
    'speech/(train|test)-\\d+\\.bin',
    'classifier/(14|28|speech)\\.bin',
    'texts/(names|moby-dick|addresses)\\.bin',
    '(digits|speech|classifier|texts)/README\\.md',
    'presets/[a-z0-9-]+\\.svg',
    'presets/og/[a-z0-9-]+\\.png',
    '(article/|preset/([a-z0-9-]+/)?)?index\\.html',
    'teach/([a-z0-9-]+/)?[a-z-]+\\.(html|md)',
    'teach/where-it-stands\\.js',
    'oembed/[a-z0-9-]+\\.json',
    'sw\\.js',
    'check\\.html',
    'check-module\\.js',
    'manifest\\.webmanifest',
    'icons/[a-z0-9-]+\\.png',
    'favicon\\.svg',
    'noscript\\.css',
    'assets/[\\w.-]+\\.(js|css|wasm)',
    'embed\\.html',
    'embed/((app|engine|tensors-wasm|tensors-cpu|tfjs-backend-wasm(-simd)?\\.wasm)|posters/[a-z0-9-]+|((digits/(14|28)|speech)/(train|test)-\\d+|classifier/(14|28|speech)|texts/(names|moby-dick|addresses))\\.bin)\\.js',
    'embed-height\\.js',
    'mad-loop\\.js',
    'single/page\\.html',
    'mad-lab\\.html',
    'licences\\.txt',
  ].join('|')})$`,
);

/** Parts that most visits never see, or not at once: the page has doors to them, and fetches them when they are asked for. */
const COMES_LATE =
  /^src\/(lessons\/|ui\/lesson\/(?!Lesson\.tsx|lessonDoor\.ts)|presets\/presets\.ts|ui\/text\/telling\.ts|ui\/gallery\/GalleryDialog\.tsx)/;

/** The page's code, and what loads the rest of it. */
const MOST_FIRST = 2;

const problems: string[] = [];
const say = (text: string) => process.stdout.write(`${text}\n`);
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** The chunks that come before anything runs, with all that they import. */
function earlyChunks(chunks: readonly Rolldown.OutputChunk[]): ReadonlySet<Rolldown.OutputChunk> {
  const early = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const chunk of early) {
    for (const other of chunks) if (chunk.imports.includes(other.fileName)) early.add(other);
  }
  return early;
}

function checkChunks(chunks: readonly Rolldown.OutputChunk[]): void {
  const early = earlyChunks(chunks);
  const tell = (of: readonly Rolldown.OutputChunk[], what: string): number => {
    const sizes = of.map(({ fileName, code }) => ({ fileName, bytes: gzipSync(code).length }));
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { fileName, bytes } of sizes) say(`${kB(bytes).padStart(10)}  ${fileName}`);
    say(`${kB(total).padStart(10)}  ${what}\n`);
    return total;
  };
  tell(
    chunks.filter((chunk) => !early.has(chunk)),
    'JavaScript, gzip, that comes when it is asked for',
  );
  const total = tell([...early], `JavaScript, gzip, before anything runs (limit ${LIMIT_KB} kB)`);
  if (![...early].some(({ moduleIds }) => moduleIds.some((id) => id.endsWith('src/main.tsx')))) {
    problems.push('the page was not found among what comes first, so this check checks nothing');
  }
  if (early.size > MOST_FIRST) problems.push(`${early.size} files come before anything runs: a first visit waits for each`);
  if (total > LIMIT_KB * 1000) problems.push(`the page's JavaScript is over ${LIMIT_KB} kB`);
  const modulesOf = (of: readonly Rolldown.OutputChunk[]) =>
    of.flatMap(({ moduleIds }) => moduleIds.map((id) => relative(process.cwd(), id).replaceAll('\\', '/')));
  for (const id of modulesOf([...early]).filter((module) => COMES_LATE.test(module))) problems.push(`${id} comes before anything runs`);
  const modules = modulesOf(chunks);
  if (modules.length < 20) problems.push(`only ${modules.length} modules were seen, so this check checks nothing`);
  for (const id of modules) {
    if (HEAVY_PACKAGES.test(id) || (id.startsWith('src/engine/') && !isPageSafe(id))) problems.push(`${id} is in the page's JavaScript`);
  }
}

function checkFiles(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());
  const strangers = files.filter((path) => !MAY_BE_SERVED.test(path.replaceAll('\\', '/')));
  say(`${String(files.length).padStart(10)}  files in ${folder}/, ${strangers.length} unknown`);
  for (const path of strangers) problems.push(`${folder}/${path} is on no list of what may be served`);
}

/** Each package in any bundle is named with its licence; what only Node needs is in none. */
function checkPackages(): void {
  const named = readFileSync('dist/licences.txt', 'utf8').split('\n');
  const bundles = notedPackages();
  if (bundles.size < 8) problems.push(`only ${bundles.size} bundles were noted, so this check checks nothing: run npm run build`);
  const folders = new Set([...bundles.values()].flat());
  say(`${String(folders.size).padStart(10)}  packages in ${bundles.size} bundles`);
  for (const folder of folders) {
    if (!named.includes(headOf(manifestOf(folder)))) problems.push(`${folder} is in a bundle, and dist/licences.txt does not name it`);
    if (NODE_ONLY.test(folder)) problems.push(`${folder} is in a bundle: import the parts of TensorFlow.js alone`);
  }
  for (const file of ['single/page.html', 'mad-lab.html']) {
    if (!readFileSync(join('dist', file), 'utf8').includes('id="licences"')) problems.push(`dist/${file} holds no licences`);
  }
}

/** What embeds weigh on other people's pages. */
function checkEmbeds(): void {
  for (const { what, files, kB: limit, gzip } of LIMITS) {
    const bytes = files.map((file) => readFileSync(join('dist', file))).reduce((sum, file) => sum + (gzip ? gzipSync(file) : file).length, 0);
    say(`${kB(bytes).padStart(10)}  ${what}${gzip ? ', gzip' : ''} (limit ${limit} kB)`);
    if (bytes > limit * 1000) problems.push(`${what} has ${kB(bytes)}, more than ${limit} kB`);
  }
}

const bundled = (await build({ logLevel: 'error', build: { write: false } })) as Rolldown.RolldownOutput;
checkChunks(bundled.output.filter((output) => output.type === 'chunk'));
checkEmbeds();
checkPackages();
for (const folder of ['public', 'dist']) checkFiles(folder);
for (const problem of problems.slice(0, 20)) say(`Problem: ${problem}`);
if (problems.length > 20) say(`and ${problems.length - 20} more problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
