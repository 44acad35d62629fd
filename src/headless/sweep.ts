import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { catalogue } from '../engine/catalogue';
import { kindOf } from '../engine/chosen';
import type { MetricDescription } from '../engine/descriptions';
import type { Experiment } from '../engine/experiment';
import { printJson } from '../engine/experimentText';
import { allowedText, keyNamed, readNumber } from '../engine/keyText';
import { finishAsync } from '../engine/math/steps';
import { excerpt, Refusal } from '../engine/refusal';
import { runCell } from '../engine/sweep';
import { type Axis, axisOf, type Cell, type CellValue, cellsOf, type SweepPlan } from '../engine/sweepPlan';
import { version } from '../version';
import { readExperiment, readFlags } from './arguments';
import { isStarted, runCommand, STANDARD_OUTPUT, writeWhole } from './command';
import { createCrew } from './crew';
import { readJsonObject } from './inputFile';
import { interruptionBySignal } from './interruption';
import { openLog } from './logFile';
import { createNodeHost } from './nodeHost';
import { readWorkers } from './workers';

const HELP = `Maps a score over two keys and prints one JSON object a line.

  npm run --silent sweep -- --x real=0..256/16 --y synthetic=16..1024/16 [--score recall] [--at 30] [--replicates 8]
                            [--config file.json] [--key value ...] [--shard 1/4] [--workers all] [--out map.jsonl]

--x, --y: a key and its values, from..to/count; in equal ratios where the key's slider is logarithmic, else in equal steps.
--score: a score, or an exact value of the model, read off generation --at of each cell. --loop is fresh-data unless another one is named.
--shard i/n: the i-th of n parts; together they hold the lines of the whole. --workers: threads, a number or "all" cores.
--out: a file that holds a part of the same map already is gone on with. Lines are whole, whenever the command is ended.`;

/** What a map has unless it says so. */
const DEFAULTS = { loop: 'fresh-data', replicates: 8, at: '30', score: 'recall' };
const MOST_VALUES = 1000;

function readAxis(flag: 'x' | 'y', text: string | undefined, experiment: Experiment): Axis {
  if (text === undefined) throw new Refusal(`sweep needs --${flag}, for example --${flag} real=0..256/16`);
  const [, name = '', from = '', to = '', count = ''] = /^([^=]+)=(.+?)\.\.(.+)\/(\d+)$/.exec(text) ?? [];
  const key = keyNamed(name);
  const said = `--${flag} ${excerpt(text)}`;
  if (name === '') throw new Refusal(`${said} is not of the form key=from..to/count`);
  if (key === undefined) throw new Refusal(`${said}: there is no key “${excerpt(name)}”`);
  const [start, end] = [from, to].map((number) => readNumber(key, number, 'headless'));
  if (!start?.exact || !end?.exact) throw new Refusal(`${said}: ${key} takes ${allowedText(key, 'headless')}`);
  if (Number(count) > MOST_VALUES) throw new Refusal(`${said}: at most ${MOST_VALUES} values`);
  const axis = axisOf(key, start.value, end.value, Number(count));
  if (!axis) throw new Refusal(`${said}: from ${start.value} to ${end.value} there are no ${count} different values in rising order, two at least`);
  // strictly, as any other value of the key: what has no effect here is refused, too
  for (const value of [axis.values[0], end.value]) readExperiment({ ...printJson(experiment), [key]: value });
  return axis;
}

function readCount(name: string, text: string, most: number): number {
  if (!/^\d+$/.test(text) || Number(text) < 1 || Number(text) > most)
    throw new Refusal(`${name} = “${excerpt(text)}” is not a whole number from 1 to ${most}`);
  return Number(text);
}

/** Which of the cells: every n-th, the i-th first. */
interface Shard {
  readonly index: number;
  readonly of: number;
}

export function readShard(text = '1/1'): Shard {
  const [, index = 0, of = 0] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? [];
  if (index < 1 || of < 1 || index > of) throw new Refusal(`shard = “${excerpt(text)}” is not i/n with i from 1 to n`);
  return { index, of };
}

/** A score, or an exact value, that the loops of this experiment have. */
function readScore(text: string, { model, dataset }: Experiment): string {
  const kind = kindOf({ model }).id;
  const { modes } = catalogue.datasets.find(({ id }) => id === dataset) ?? { modes: 0 };
  const scores = catalogue.metrics.filter(
    ({ kinds, needsModes, ofDataset = dataset }: MetricDescription) => kinds.includes(kind) && (modes > 0 || !needsModes) && ofDataset === dataset,
  );
  const truths = catalogue.truths.filter(({ models }) => models.includes(model));
  const ids = [...scores, ...truths].map(({ id }) => id);
  const found = ids.find((id) => id.toLowerCase() === text.toLowerCase());
  if (!found) throw new Refusal(`score = “${excerpt(text)}” is none of ${ids.join(', ')}`);
  return found;
}

export function readPlan(flags: Record<string, string>, config: Record<string, unknown>): SweepPlan {
  const { x, y, score = DEFAULTS.score, at = DEFAULTS.at, ...keys } = flags;
  const fixed = ['generations', 'scores'].find((key) => key in keys);
  if (fixed) throw new Refusal(`--${fixed} is not for a map: --at says how far each loop runs, --score what is read off it`);
  const { loop, replicates } = DEFAULTS;
  const generations = readCount('at', at, 2000);
  const bare = readExperiment({ loop, replicates }, config, keys, { generations });
  if (bare.loop.length !== 1) throw new Refusal(`loop = “${bare.loop.join(',')}”: a map is of one loop`);
  const found = readScore(score, bare);
  const experiment = { ...bare, scores: catalogue.metrics.some(({ id }) => id === found) ? [found] : [] };
  const plan = { experiment, x: readAxis('x', x, experiment), y: readAxis('y', y, experiment), score: found };
  if (plan.x.key === plan.y.key) throw new Refusal(`--x and --y are both ${plan.x.key}; a map is of two keys`);
  return plan;
}

/** What all cells share, and what tells them apart. */
function startLine({ experiment, x, y, score }: SweepPlan, { index, of }: Shard, backend: string): string {
  const shared = Object.fromEntries(Object.entries(printJson(experiment)).filter(([key]) => key !== x.key && key !== y.key));
  return JSON.stringify({ type: 'start', version, x, y, score, at: experiment.generations, shard: `${index}/${of}`, experiment: shared, backend });
}

/** How the lines of a cell begin. */
const cellStarts = (cell: Cell, replicates: number): string[] =>
  Array.from({ length: replicates }, (_, at) => JSON.stringify({ type: 'cell', ...cell, replicate: at + 1 }).slice(0, -1));

const cellLines = (values: readonly CellValue[]): string => values.map((value) => `${JSON.stringify({ type: 'cell', ...value })}\n`).join('');

const LAST = '{"type":"end"';

/** Cells in this thread. */
async function* alone(plan: SweepPlan, cells: readonly Cell[]): AsyncGenerator<readonly CellValue[], void> {
  const host = createNodeHost(plan.experiment.backend);
  for (const cell of cells) {
    yield finishAsync(runCell(plan, cell, host));
    // signals arrive between two turns of the event loop only
    await setImmediate();
  }
}

/** @param out null: standard output @param interruption ends the map behind the last whole line */
export async function sweep(plan: SweepPlan, shard: Shard, workers: number, out: string | null, interruption?: AbortSignal): Promise<void> {
  const cells = cellsOf(plan).filter((_, at) => at % shard.of === shard.index - 1);
  const { replicates, backend } = plan.experiment;
  const starts = cells.map((cell) => cellStarts(cell, replicates));
  const log = openLog(out, startLine(plan, shard, createNodeHost(backend).rung), starts, LAST);
  const left = cells.slice(log.done);
  const crew = workers > 1 && left.length > 1 ? createCrew(Math.min(workers, left.length)) : undefined;
  try {
    let told = log.done;
    for await (const values of crew?.cells(plan, left) ?? alone(plan, left)) {
      if (interruption?.aborted) return;
      log.write(cellLines(values));
      tell(++told / cells.length);
    }
    if (!log.isComplete) log.write(`${JSON.stringify({ type: 'end', cells: cells.length, replicates })}\n`);
  } finally {
    if (process.stderr.isTTY) process.stderr.write('\n');
    crew?.end();
    log.close();
  }
}

export async function main(args: readonly string[]): Promise<void> {
  const { help, config, out, shard, workers, ...flags } = readFlags(args);
  if (help !== undefined) return writeWhole(STANDARD_OUTPUT, `${HELP}\n`);
  const plan = readPlan(flags, config === undefined ? {} : await readJsonObject(config));
  const [part, size] = [readShard(shard), readWorkers(workers ?? 'all')];
  // a terminal that was closed takes no progress, and its signal ends the map
  process.stderr.on('error', () => undefined);
  await sweep(plan, part, size, out ?? null, interruptionBySignal());
}

function tell(done: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${Math.round(100 * done)} %`);
}

if (isStarted(import.meta.url)) await runCommand(main);
