import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../engine/chosen';
import { curesOn } from '../engine/cures';
import type { Experiment } from '../engine/experiment';
import { parseQuery } from '../engine/experimentText';
import type { LaneResult } from '../engine/results';
import { run } from '../engine/run';
import { readLessons } from '../headless/lessonFiles';
import { createNodeHost } from '../headless/nodeHost';
import { experimentOf, runsOf, seedOf } from '../lessons/lessonRuns';
import { PRESETS } from '../presets/presets';
import { lines } from './lines';
import { pythonOf } from './pythonOf';
import { whyNotPython } from './whyNot';

const host = createNodeHost('auto');
const load = async (path: string) => new Uint8Array(await host.load(path));
const programOf = (experiment: Experiment) => pythonOf(experiment, { link: 'https://example.org/?v=1', version: '0.1.0' }, load);
const experimentIn = (query: string, text?: string): Experiment => parseQuery(query, text === undefined ? {} : { text }).experiment;

const OWN_LINES = Array.from({ length: 120 }, (_, i) => `Zeile "${i}" é\\n`).join('\n');

/** What presets and lessons run, and corners that these leave out. */
const EXPERIMENTS: readonly (readonly [name: string, experiment: Experiment])[] = [
  ...PRESETS.flatMap(({ title, query, beside }) => [
    [title, experimentIn(query)] as const,
    ...(beside ? [[beside.words, experimentIn(beside.query)] as const] : []),
  ]),
  ...readLessons().flatMap(({ lesson }) =>
    runsOf(lesson).map((one) => [`${lesson.id} ${one.name}`, experimentOf(lesson, one, seedOf(lesson))] as const),
  ),
  ...[
    'dataset=drawn',
    'dataset=drawn&points=0,0,1,1,1,2',
    'dataset=grid&changes=1:bias=0.5;3:memory=all,real=0',
    'dataset=spiral&evaluation=10000&replicates=256&generations=2000',
    'model=gaussian&dataset=moons&covariance=mle&memory=all',
    'model=gaussian&dim=100&memory=last',
    'model=ngram&dataset=names&order=0&smoothing=0&bias=0',
    'model=ngram&dataset=moby-dick&order=8&memory=all&changes=3:smoothing=0',
    'model=ngram&dataset=addresses&unit=words',
    'model=ngram&dataset=own-text',
    'model=ngram&dataset=own-text&form=running',
  ].map((query) => [query, experimentIn(query)] as const),
  ['own lines', experimentIn('model=ngram&dataset=own-text&form=lines', OWN_LINES)],
  ['own running text', experimentIn('model=ngram&dataset=own-text&form=running', OWN_LINES)],
  ['faces', experimentIn('model=ngram&dataset=own-text', OWN_LINES.replaceAll('é', '😀'))],
];

const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'mad-lab-python-'));

/** What Python itself says of the syntax of programs, where it is there. */
function compiled(programs: readonly string[]): string {
  const ask = 'import json, sys\nfor text in json.load(sys.stdin): compile(text, "program", "exec")';
  return spawnSync('python3', ['-W', 'error', '-c', ask], { input: JSON.stringify(programs), encoding: 'utf8' }).stderr;
}

describe('a program', () => {
  it('has at most 120 lines that are filled in, or there is a reason and what to do', async () => {
    const programs: string[] = [];
    for (const [name, experiment] of EXPERIMENTS) {
      const why = whyNotPython(experiment);
      if (why !== null) {
        expect(why, name).toMatch(/^[A-Z].*\.$/);
        continue;
      }
      const text = await programOf(experiment);
      expect(text.trimEnd().split('\n').length, name).toBeLessThanOrEqual(120);
      // packed text may hold any letters
      const written = text.replace(/^(PACKED|POINTS|SAMPLES) = .*$/gm, '');
      expect(written, name).not.toMatch(/undefined|NaN|Infinity|\[object|\$\{|\t|[^\S\n]$/m);
      const long = written.split('\n').filter((line) => line.length > 150 && !/^(CHANGES = |Written by| {4}return re\.findall)/.test(line));
      expect(long, name).toEqual([]);
      expect(text.length, name).toBeLessThan(200_000);
      programs.push(text);
    }
    expect(programs.length).toBeGreaterThan(EXPERIMENTS.length / 2);
    if (hasNumpy) expect(compiled(programs)).toBe('');
  });

  it('is refused for digits, cures, other memories and what can’t be written down, and for nothing else', () => {
    for (const [name, experiment] of EXPERIMENTS) {
      const memories = [experiment, ...experiment.changes.map(({ settings }) => settings)].map(({ memory }) => memory ?? 'previous');
      const isOther = memories.some((memory) => memory === 'last' || memory === 'subsample');
      const lacks = name === 'dataset=drawn' || name === 'faces';
      expect(whyNotPython(experiment) !== null, name).toBe(kindOf(experiment).id === 'images' || curesOn(experiment) || isOther || lacks);
    }
  });

  it('keeps what stands in Python as it is, with the indentation of Python alone', () => {
    expect(lines`
      def f(x):
          return '\n'
    `).toEqual(['def f(x):', "    return '\\n'"]);
  });
});

/** The scores that are printed, as the engine calls them. */
const SCORES: Readonly<Record<string, (lane: LaneResult) => number | null>> = {
  'modes alive': ({ scores }) => scores.modesAlive,
  recall: ({ scores }) => scores.recall,
  precision: ({ scores }) => scores.precision,
  'Frechet distance': ({ scores }) => scores.frechetDistance,
  'variance of model': ({ truth }) => truth.traceOverDim,
  'words alive': ({ scores }) => scores.wordsAlive,
  'different ones': ({ scores }) => scores.wordsAlive,
  'repeated runs of four': ({ scores }) => scores.rep4,
};

interface Ran {
  readonly columns: readonly string[];
  /** [loops, replicates, generations, columns] */
  readonly results: readonly (readonly (readonly (readonly number[])[])[])[];
  /** what it printed */
  readonly printed: string;
}

const ASK = `import json, runpy, sys
g = runpy.run_path(sys.argv[1])
print('@' + json.dumps([list(g['COLUMNS']), [[[[float(x) for x in row] for row in run] for run in g['results'][name]] for name in g['LOOPS']]]))`;

async function inPython(experiment: Experiment): Promise<Ran> {
  const file = join(folder, `${experiment.model}-${experiment.dataset}.py`);
  writeFileSync(file, await programOf(experiment));
  const { stdout, stderr } = spawnSync('python3', ['-W', 'error', '-c', ASK, file], { encoding: 'utf8', maxBuffer: 1e8 });
  expect(stderr).toBe('');
  const [printed, told] = stdout.split('@');
  const [columns, results] = JSON.parse(told) as [string[], Ran['results']];
  return { columns, results, printed };
}

async function inEngine(experiment: Experiment): Promise<readonly (readonly LaneResult[])[]> {
  const generations: (readonly LaneResult[])[] = [];
  for await (const event of run(experiment, host)) if (event.type === 'generation') generations.push(event.lanes);
  return generations;
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Squared standard error of the mean. */
function squaredError(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1) / values.length;
}

/** Of the difference of two means; over 4 by chance in one comparison of 16,000. Both seeds are fixed. */
const MOST_STANDARD_ERRORS = 4;

const COMPARED = [
  'model=gaussian&initialReal=10&real=10&synthetic=10&generations=6&replicates=200',
  'model=gaussian&dim=3&covariance=mle&initialReal=20&real=10&synthetic=20&memory=all&generations=4&replicates=100&changes=3:bias=0.7,real=20',
  'initialReal=50&real=30&synthetic=60&generations=3&replicates=24&evaluation=100',
  'model=ngram&initialReal=60&real=30&synthetic=60&evaluation=60&generations=4&replicates=40',
  'model=ngram&dataset=addresses&unit=words&order=1&initialReal=100&real=50&synthetic=100&evaluation=50&generations=3&replicates=24&bias=0.9',
].map((query) => ({ query, experiment: experimentIn(`evaluation=50&scores=modesAlive,recall,precision,frechetDistance,wordsAlive,rep4&${query}`) }));

describe.skipIf(!hasNumpy)(`a program, run by python3 with numpy${hasNumpy ? '' : ' (not here: not run)'}`, () => {
  it.each(COMPARED)('gives what the engine gives, but for chance: $query', async ({ experiment }) => {
    const { columns, results, printed } = await inPython({ ...experiment, seed: 2 });
    const generations = await inEngine(experiment);
    const tables = printed.trim().split('\n\n');
    for (const row of tables.flatMap((table) => table.split('\n').slice(2))) expect(row.trim().split(/ +/), row).toHaveLength(columns.length + 1);
    for (const [at, loop] of experiment.loop.entries()) {
      for (const [t, lanes] of generations.entries()) {
        const own = lanes.filter((lane) => lane.loop === loop);
        for (const [column, name] of columns.entries()) {
          if (name === 'theory') continue;
          const mine = results[at].map((rows) => rows[t][column]);
          const theirs = own.map((lane) => SCORES[name](lane) ?? Number.NaN);
          const difference = Math.abs(meanOf(mine) - meanOf(theirs));
          const allowed = MOST_STANDARD_ERRORS * Math.sqrt(squaredError(mine) + squaredError(theirs));
          expect(difference, `${loop}, ${name} of generation ${t + 1}`).toBeLessThanOrEqual(allowed + 1e-12);
        }
        const { traceOverDim } = own[0].theory.theory;
        if (!columns.includes('theory')) continue;
        const row = tables[at].split('\n')[t <= 4 ? t + 2 : -1] ?? tables[at].split('\n').at(-1);
        expect(Number(row?.trim().split(/ +/).at(-1)), `${loop}, theory of generation ${t + 1}`).toBe(Number(traceOverDim?.toPrecision(4)));
      }
    }
  });
});
