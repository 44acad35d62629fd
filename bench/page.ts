/** What `npm run bench` measures of the page. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import process from 'node:process';
import { type Browser, chromium } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from '../scripts/browser.mjs';
import { serve } from '../scripts/serve.mjs';
import { type Interaction, interactOnce } from './interaction';
import { LONG_MS, SLOWER, visitOnce, watchOnce } from './mainThread';
import { writePart } from './performanceDoc';
import { type Burden, mapOnce, runOnce, type Timing, weighOnce } from './runOnce';

const REPEATS = 5;
const SESSIONS = 3;

const EXPERIMENTS = [
  {
    name: 'Points',
    what: 'three loops, Gaussian mixture',
    query: 'v=1&backend=wasm',
    generations: 50,
    firstLimitS: 1,
    allLimitS: 10,
  },
  {
    name: 'Digits',
    what: 'three loops, variational autoencoder',
    query: 'v=1&model=vae&backend=wasm',
    generations: 10,
    firstLimitS: 5,
    allLimitS: 60,
  },
  {
    name: 'Names',
    what: 'three loops, n-gram of letters',
    query: 'v=1&dataset=names&backend=wasm',
    generations: 30,
    firstLimitS: 1,
    allLimitS: 2,
  },
  {
    name: 'Book',
    what: '*Moby-Dick*, three loops, n-gram of letters',
    query: 'v=1&dataset=moby-dick&backend=wasm',
    generations: 30,
    firstLimitS: 1,
    allLimitS: 4,
  },
] as const;

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function measure(browser: Browser, address: string, experiment: (typeof EXPERIMENTS)[number]): Promise<string[]> {
  const { name, what, query, generations, firstLimitS, allLimitS } = experiment;
  const link = `${address}?${query}`;
  const timings: Timing[] = [];
  const burdens: Burden[] = [];
  for (let i = 0; i < REPEATS; i++) {
    timings.push(await runOnce(browser, link, generations));
    process.stdout.write(`${name} ${i + 1}: ${JSON.stringify(timings[i])}\n`);
  }
  for (let i = 0; i < SESSIONS; i++) {
    burdens.push(await weighOnce(browser, link, generations));
    const { longestMs, bytesBefore, bytes } = burdens[i];
    process.stdout.write(`${name}, weighed ${i + 1}: ${JSON.stringify({ longestMs, bytesBefore, bytes })}\n`);
  }
  const row = (about: string, values: readonly number[], unit: string, limit: number | null, digits: number) => {
    const [low, middle, high] = [Math.min(...values), median(values), Math.max(...values)].map((value) => value.toFixed(digits));
    const end = limit === null ? '— | —' : `${limit} ${unit} | ${(median(values) / limit).toFixed(2)}`;
    return `| ${name}${about} | ${middle} ${unit} (${low}–${high}) | ${end} |`;
  };
  const longest = (times: number) => burdens.map(({ longestMs }) => times * longestMs);
  const long = burdens.map(({ tasksMs }) => tasksMs.filter((ms) => SLOWER * ms > LONG_MS).length);
  return [
    row(
      ` (${what}): from Run to generation 1 of every loop`,
      timings.map(({ firstS }) => firstS),
      's',
      firstLimitS,
      2,
    ),
    row(
      `: all ${generations} generations computed`,
      timings.map(({ allS }) => allS),
      's',
      allLimitS,
      2,
    ),
    row(': longest task of the page’s main thread during the run', longest(1), 'ms', LONG_MS, 0),
    row(`: the same on a computer ${SLOWER} times slower`, longest(SLOWER), 'ms', null, 0),
    row(`: tasks over ${LONG_MS} ms there, of the whole run`, long, 'tasks', null, 0),
    row(
      ': fetched before Run',
      burdens.map(({ bytesBefore }) => bytesBefore / 1000),
      'kB',
      null,
      0,
    ),
    row(
      ': fetched up to the last generation',
      burdens.map(({ bytes }) => bytes / 1000),
      'kB',
      null,
      0,
    ),
  ];
}

const MAP =
  'v=1&model=gaussian&loop=fresh-data&initialReal=200&real=200&generations=30&backend=wasm&map=bias:0.3..1/16,synthetic:10..2000/16,score:w2Squared,replicates:8';
const LANES = 64;

/** What many loops at once take: a map, and many replicates beside one. */
async function measureMany(browser: Browser, address: string): Promise<string[]> {
  const maps: number[] = [];
  const shares: number[] = [];
  const lanes = (replicates: number) => `${address}?v=1&loop=fully-synthetic&generations=200&scores=none&backend=wasm&replicates=${replicates}`;
  for (let i = 0; i < SESSIONS; i++) {
    maps.push(await mapOnce(browser, `${address}?${MAP}`, 256));
    const [one, many] = [await runOnce(browser, lanes(1), 200), await runOnce(browser, lanes(LANES), 200)];
    // without what starts once
    shares.push(((many.allS - many.firstS) * availableParallelism()) / (one.allS - one.firstS) / LANES);
    process.stdout.write(`Many ${i + 1}: ${JSON.stringify({ mapS: maps[i], share: shares[i] })}\n`);
  }
  const row = (about: string, values: readonly number[], unit: string, limit: number, digits: number) => {
    const [low, middle, high] = [Math.min(...values), median(values), Math.max(...values)].map((value) => value.toFixed(digits));
    return `| ${about} | ${middle}${unit} (${low}–${high}) | ${limit}${unit} | ${(median(values) / limit).toFixed(2)} |`;
  };
  return [
    row('Map of 16 × 16 squares, each 8 runs of 30 generations of Gaussians in the plane: all drawn', maps, ' s', 30, 1),
    row(`${LANES} replicates of a Gaussian mixture: their time over that of one, in shares of ${LANES} over the cores`, shares, '', 1.1, 2),
  ];
}

/** The page under the hand: three loops of points running while a slider is dragged, 500 generations scrubbed, runs and resets. */
async function measureHand(browser: Browser, address: string): Promise<string[]> {
  const times: Interaction[] = [];
  for (let i = 0; i < SESSIONS; i++) {
    times.push(await interactOnce(browser, address));
    process.stdout.write(`Hand ${i + 1}: ${JSON.stringify(times[i])}\n`);
  }
  const line = (what: string, of: (time: Interaction) => number, unit: string, limit: number | null, digits = 0) => {
    const values = times.map(of);
    const [low, middle, high] = [Math.min(...values), median(values), Math.max(...values)].map((value) => value.toFixed(digits));
    return `| ${what} | ${middle} ${unit} (${low}–${high}) | ${limit === null ? 'see below' : `${limit} ${unit}`} |`;
  };
  const MB = 1024 * 1024;
  return [
    line('three loops run, a slider is dragged: from the pointer to the frame that shows it, median', (time) => time.dragMedianMs, 'ms', 100),
    line('the same, the slowest of 60 moves', (time) => time.dragLongestMs, 'ms', 100),
    line('longest task of the main thread meanwhile (0: none over 50 ms)', (time) => time.dragTaskMs, 'ms', 50),
    line('the same by the processor’s time, without waiting for a core', (time) => time.dragTaskCpuMs, 'ms', 50),
    line('500 generations scrubbed: between two frames, median', (time) => time.scrubMedianMs, 'ms', 17),
    line('the same, 95 %', (time) => time.scrub95Ms, 'ms', 34),
    line('longest task of the main thread meanwhile (0: none over 50 ms)', (time) => time.scrubTaskMs, 'ms', 50),
    line('heap that 500 generations of three loops keep', (time) => time.keptBytes / MB, 'MiB', null, 1),
    line('heap that ten more runs of 20 generations, each followed by Reset, leave behind', (time) => time.leftBytes / MB, 'MiB', 1, 2),
  ];
}

/** First visits and runs that are watched, by the processor's time of the main thread. */
async function measureThread(address: string): Promise<string[]> {
  const row = (what: string, values: readonly number[], unit: string, limit: string, digits = 0) => {
    const [low, middle, high] = [Math.min(...values), median(values), Math.max(...values)].map((value) => value.toFixed(digits));
    return `| ${what} | ${middle}${unit} (${low}–${high}) | ${limit} |`;
  };
  const rows: string[] = [];
  const empty = [];
  for (let i = 0; i < REPEATS; i++) empty.push((await visitOnce(launch, `${address}favicon.svg`)).untilPaint);
  rows.push(row('The page’s icon alone, to compare with: until it is painted', empty, ' ms', '—'));
  for (const [name, query] of [
    ['Points', 'v=1&backend=wasm'],
    ['Digits', 'v=1&model=vae&backend=wasm'],
  ] as const) {
    const visits = [];
    for (let i = 0; i < REPEATS; i++) visits.push(await visitOnce(launch, `${address}?${query}`));
    rows.push(
      row(
        `${name}, first visit: until something is painted`,
        visits.map(({ untilPaint }) => untilPaint),
        ' ms',
        '200 ms',
      ),
      row(
        'the same: tasks beyond 50 ms, summed',
        visits.map(({ blocking }) => blocking),
        ' ms',
        '200 ms',
      ),
      row(
        'the same: longest task',
        visits.map(({ longest }) => longest),
        ' ms',
        '—',
      ),
    );
  }
  const runs = [];
  for (let i = 0; i < SESSIONS; i++) runs.push(await watchOnce(browser, `${address}?v=1&backend=wasm`));
  return [
    ...rows,
    row(
      'Points, 15 s of a run at 2/s: tasks over 50 ms',
      runs.map(({ longTasks }) => longTasks),
      '',
      '3',
    ),
    row(
      'the same: longest task',
      runs.map(({ longest }) => longest),
      ' ms',
      '100 ms',
    ),
    row(
      'the same on a computer 6 times slower',
      runs.map(({ longest }) => (longest * 6) / SLOWER),
      ' ms',
      '150 ms',
    ),
    row(
      'the same: commits of React for a generation',
      runs.map(({ commits }) => commits),
      '',
      '3',
      1,
    ),
  ];
}

const part = process.argv[2] ?? 'all';
const isWanted = (name: string) => part === 'all' || part === name;
const executablePath = await findBrowser();
if (!executablePath) throw new Error('No browser was found: `npm run verify` installs one.');
const launch = () => chromium.launch({ executablePath, args: BROWSER_FLAGS });
const browser = await launch();
const address = await serve('dist', 4173, { search: true });
const circumstances = `on ${new Date().toISOString().slice(0, 10)}: the production build in Chromium ${browser.version()}, backend wasm, without a GPU, on ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown processor'})`;

function write(file: string, text: string): void {
  mkdirSync('docs', { recursive: true });
  writeFileSync(file, text);
  process.stdout.write(`${file} is written.\n`);
}

if (isWanted('runs')) {
  const rows: string[] = [];
  for (const experiment of EXPERIMENTS) rows.push(...(await measure(browser, address, experiment)));
  rows.push(...(await measureMany(browser, address)));
  writePart(
    'runs',
    `Measured ${circumstances}.
Every experiment has its published default keys. The median of ${REPEATS} runs on a fresh page, in brackets the least and the most; tasks (the processor's time) and bytes (gzip) of ${SESSIONS} others, which were traced.

| what | measured | limit | share of the limit |
| --- | --- | --- | --- |
${rows.join('\n')}

The first rows include starting the worker, loading the backend and, for digits and text, fetching the data. Other processors are faster or slower throughout; the shares are what to compare.
`,
  );
}

if (isWanted('hand')) {
  const rows = await measureHand(browser, address);
  write(
    'docs/interaction.md',
    `# The page under the hand

Measured by \`npm run bench\` ${circumstances}, whose two cores also paint the page and run the engine.
At 1440 × 900, ${SESSIONS} sessions: the median, in brackets the lowest and the highest.

| what | measured | limit |
| --- | --- | --- |
${rows.join('\n')}

While the slider is dragged a trace is written, which takes time of its own. What the heap keeps is what the contract says: scores of every generation, and samples for the eye.
Tests assert the causes: one chart a frame, each at most four times a second, nothing redrawn out of sight while it runs, tensors freed.
`,
  );
}

if (isWanted('thread')) {
  const rows = await measureThread(address);
  write(
    'docs/mainThread.md',
    `# The page's main thread

Measured by \`npm run bench\` ${circumstances}.
The processor's time of the main thread at 1366 × 768, times ${SLOWER}, as on a school's computer: what other programs do meanwhile does not count. The median of ${REPEATS} first visits with an empty cache and of ${SESSIONS} runs, in brackets the lowest and the highest. A trace is written meanwhile, which takes time of its own; how fast this machine was that day, the icon alone tells.

| what | measured | limit |
| --- | --- | --- |
${rows.join('\n')}
`,
  );
}
await browser.close();
process.exit(0);
