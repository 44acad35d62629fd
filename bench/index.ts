/**
 * `npm run bench`: the default experiments on the production build in a real browser, medians of five, into docs/performance.md.
 * `npm run build` first. Nothing else should run on the machine meanwhile.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import process from 'node:process';
import { type Browser, chromium } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from '../scripts/browser.mjs';
import { serve } from '../scripts/serve.mjs';
import { runOnce, type Timing } from './runOnce';

const REPEATS = 5;

const EXPERIMENTS = [
  { name: 'Points', what: 'three loops, Gaussian mixture', query: 'v=1&backend=wasm', generations: 50, firstLimitS: 1, allLimitS: 10 },
  {
    name: 'Digits',
    what: 'three loops, variational autoencoder',
    query: 'v=1&model=vae&backend=wasm',
    generations: 10,
    firstLimitS: 5,
    allLimitS: 60,
  },
] as const;

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const seconds = (values: readonly number[]) => `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`;

/** The browser tells only of tasks over 50 ms. */
const task = (ms: number) => (ms === 0 ? 'under 0.05' : (ms / 1000).toFixed(3));
const tasks = (values: readonly number[]) => `${task(median(values))} (${task(Math.min(...values))}–${task(Math.max(...values))})`;

async function measure(browser: Browser, address: string, experiment: (typeof EXPERIMENTS)[number]): Promise<string[]> {
  const timings: Timing[] = [];
  for (let i = 0; i < REPEATS; i++) {
    const timing = await runOnce(browser, `${address}?${experiment.query}`, experiment.generations);
    timings.push(timing);
    process.stdout.write(`${experiment.name} ${i + 1}: ${JSON.stringify(timing)}\n`);
  }
  const line = (what: string, values: readonly number[], limit: number) =>
    `| ${experiment.name} (${experiment.what}): ${what} | ${seconds(values)} | ${limit} | ${(median(values) / limit).toFixed(2)} |`;
  const longest = timings.map(({ longestTaskMs }) => longestTaskMs);
  return [
    line(
      'from Run to generation 1 of every loop',
      timings.map(({ firstS }) => firstS),
      experiment.firstLimitS,
    ),
    line(
      `all ${experiment.generations} generations computed`,
      timings.map(({ allS }) => allS),
      experiment.allLimitS,
    ),
    `| ${experiment.name}: longest task of the page's main thread during the run | ${tasks(longest)} | 0.05 | ${median(longest) === 0 ? 'under 1' : (median(longest) / 50).toFixed(2)} |`,
  ];
}

const executablePath = await findBrowser();
if (!executablePath) throw new Error('No browser was found: `npm run verify` installs one.');
const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
const address = await serve('dist', 4173, { search: true });
const rows: string[] = [];
for (const experiment of EXPERIMENTS) rows.push(...(await measure(browser, address, experiment)));
const version = browser.version();
await browser.close();

mkdirSync('docs', { recursive: true });
writeFileSync(
  'docs/performance.md',
  `# Performance

Measured by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: the production build in Chromium ${version}, backend wasm, without a GPU, on ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown processor'}).
Every experiment has its published default keys. Seconds: the median of ${REPEATS} runs on a fresh page, in brackets the fastest and the slowest.

| what | seconds | limit | share of the limit |
| --- | --- | --- | --- |
${rows.join('\n')}

The first rows include starting the worker, loading the backend and, for digits, fetching the data. Other processors are faster or slower throughout; the shares are what to compare.
`,
);
process.stdout.write('docs/performance.md is written.\n');
process.exit(0);
