import { KEYS } from '../../engine/experiment';
import type { LaneResult, NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../store/state';
import { FIT_COLUMNS, LANE_COLUMNS, NO_FLOOR, NO_VALUE, NOISE_FLOOR } from './csv';
import { checkLanes, readExperiment } from './readJson';
import { refuse, type Saved } from './saved';
import { noSamples } from './shownText';

const TRUTH = 'truth.';
const THEORY = 'theory.';

type Cells = ReadonlyMap<string, string>;

/** What `toCsv` wrote; anything else is refused with the place where it differs. */
export function readCsv(text: string): Saved {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const table = lines.findIndex((line) => !/^"?#/.test(line));
  const comments = lines.slice(0, table).map(commentOf);
  const [{ line: headLine, cells: head } = { line: 1, cells: [] }, ...rows] = rowsOf(lines.slice(table).join('\n'), table + 1);
  const misses = [...LANE_COLUMNS, ...FIT_COLUMNS].find((name) => !head.includes(name));
  if (misses) refuse(`Line ${headLine} names the columns, and ${misses} is not among them: a spreadsheet may have changed it.`);
  const said = (name: string) => comments.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const keys = KEYS.flatMap((key) => {
    const value = said(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  if (!keys.some(([key]) => key === 'model')) refuse('This table does not say its experiment in lines that start with #.');
  const experiment = readExperiment(Object.fromEntries(keys), (key) => lineOf(comments, key));

  const reasons = comments.filter((line) => line.startsWith(NO_VALUE)).map(reasonOf);
  const byGeneration = new Map<number, LaneResult[]>();
  for (const { line, cells: row } of rows) {
    if (row.length !== head.length)
      refuse(`Line ${line} has ${row.length} cells instead of ${head.length}, one for each column of line ${headLine}.`);
    const cells: Cells = new Map(head.map((name, column) => [name, row[column]]));
    const generation = numberOf(cells, 'generation', line);
    const lane = laneOf(cells, line, experiment.dim, experiment.model === 'vae' ? experiment.resolution : 0, (loop) =>
      reasons.filter((reason) => reason.loop === loop && reason.holds(generation)),
    );
    byGeneration.set(generation, [...(byGeneration.get(generation) ?? []), lane]);
  }
  if (byGeneration.size > experiment.generations) refuse(`This table holds more generations than its experiment has (${experiment.generations}).`);
  const frames = Array.from({ length: byGeneration.size }, (_, i): Frame => {
    const lanes = byGeneration.get(i + 1) ?? refuse(`Generation ${i + 1} is missing.`);
    checkLanes(lanes, experiment, `Generation ${i + 1}`);
    return { generation: i + 1, lanes, elapsedMs: 0 };
  });
  const backend = said('computed on') ?? null;
  return {
    experiment,
    frames,
    noise: noiseOf(comments),
    version: said('version') ?? null,
    backend: backend === 'nothing yet' ? null : backend,
    remarks: frames.length > 0 ? ['A table holds no samples, so the panes are empty.'] : [],
  };
}

/** A spreadsheet quotes a line with a comma, and adds empty cells. */
function commentOf(line: string): string {
  const bare = line.startsWith('"') ? line.replace(/",*$/, '').slice(1).replaceAll('""', '"') : line.replace(/,+$/, '');
  return bare.replace(/^#\s*/, '');
}

/** "Line 7: ": where a key of the experiment stands; nothing where it is another's word. */
function lineOf(comments: readonly string[], key: string): string {
  const at = comments.findIndex((line) => line.startsWith(`${key}: `));
  return at < 0 ? '' : `Line ${at + 1}: `;
}

interface Row {
  /** of the file, from 1 */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Cells by row, `first` the line of the file on which they start; a quoted cell may hold commas, line ends and doubled quotation marks. */
function rowsOf(text: string, first: number): Row[] {
  const rows: Row[] = [];
  let row: string[] = [];
  let line = first;
  let next = first;
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|\r|$)/y;
  while (cell.lastIndex < text.length) {
    const from = cell.lastIndex;
    const match = cell.exec(text);
    if (!match) return refuse(`Line ${next}: the table can't be read from “${text.slice(from, from + 20)}” on; allowed are cells between commas.`);
    next += match[0].split('\n').length - 1;
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push({ line, cells: row });
    row = [];
    line = next;
  }
  return rows;
}

function numberOf(cells: Cells, name: string, line: number): number {
  return numberOrNull(cells, name, line) ?? refuse(`Line ${line}: ${name} is empty; allowed is a number.`);
}

function numberOrNull(cells: Cells, name: string, line: number): number | null {
  const text = cells.get(name) ?? '';
  if (text === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : refuse(`Line ${line}: ${name} is “${text}”; allowed is a number, or nothing where it has no value.`);
}

/** A spreadsheet writes TRUE. */
function flagOf(cells: Cells, name: string, line: number): boolean {
  const text = cells.get(name) ?? '';
  if (!/^(true|false)$/i.test(text)) refuse(`Line ${line}: ${name} is “${text}”; allowed are true and false.`);
  return text.toLowerCase() === 'true';
}

interface Reason {
  readonly loop: string;
  readonly key: string;
  readonly reason: string;
  holds(generation: number): boolean;
}

/** "LOOP, KEY, generations 2-50 52: REASON" */
function reasonOf(line: string): Reason {
  const [, loop, key, list, reason] =
    /^(\S+), (\S+), generations ([\d -]+): (.*)$/.exec(line.slice(NO_VALUE.length)) ?? refuse(`“${line}” can't be read.`);
  const spans = list.split(' ').map((span) => span.split('-').map(Number));
  return { loop, key, reason, holds: (generation) => spans.some(([from, to = from]) => generation >= from && generation <= to) };
}

function laneOf(cells: Cells, line: number, dim: number, side: number, reasonsOf: (loop: string) => readonly Reason[]): LaneResult {
  const named = [...cells.keys()].filter((name) => !LANE_COLUMNS.includes(name) && !FIT_COLUMNS.includes(name));
  const record = (prefix: string) =>
    Object.fromEntries(
      named
        .filter((name) => (prefix === '' ? !name.startsWith(TRUTH) && !name.startsWith(THEORY) : name.startsWith(prefix)))
        .map((name) => [name.slice(prefix.length), numberOrNull(cells, name, line)]),
    );
  const loop = cells.get('loop') ?? '';
  const replicate = numberOf(cells, 'replicate', line);
  const reasons = reasonsOf(loop);
  const textOf = (list: readonly Reason[], prefix: string) => Object.fromEntries(list.map(({ key, reason }) => [key.slice(prefix.length), reason]));
  return {
    loop,
    replicate,
    trainingSize: numberOf(cells, 'trainingSize', line),
    scores: record(''),
    undefined: textOf(
      reasons.filter(({ key }) => !key.startsWith(THEORY)),
      '',
    ),
    truth: record(TRUTH),
    theory: {
      theory: record(THEORY),
      undefined: textOf(
        reasons.filter(({ key }) => key.startsWith(THEORY)),
        THEORY,
      ),
    },
    fit: {
      iterations: numberOf(cells, 'iterations', line),
      objective: numberOrNull(cells, 'objective', line),
      converged: flagOf(cells, 'converged', line),
      floorReached: flagOf(cells, 'floorReached', line),
    },
    shares: null,
    shown: replicate === 1 ? noSamples(side > 0 ? 'images' : 'points', dim, side) : null,
  };
}

function noiseOf(comments: readonly string[]): NoiseFloor | null {
  const bands = comments
    .filter((line) => line.startsWith(NOISE_FLOOR))
    .map((line) => {
      const [, name, low, high] = /^(\S+), .*: (\S+) to (\S+)$/.exec(line.slice(NOISE_FLOOR.length)) ?? refuse(`“${line}” can't be read.`);
      return [name, { low: Number(low), high: Number(high) }] as const;
    });
  if (bands.some(([, { low, high }]) => !Number.isFinite(low) || !Number.isFinite(high))) return refuse("The noise floor can't be read.");
  const without = comments
    .filter((line) => line.startsWith(NO_FLOOR))
    .map((line): [string, string] => {
      const [, name, reason] = /^(\S+): (.*)$/.exec(line.slice(NO_FLOOR.length)) ?? refuse(`“${line}” can't be read.`);
      return [name, reason];
    });
  return bands.length + without.length > 0 ? { bands: Object.fromEntries(bands), undefined: Object.fromEntries(without) } : null;
}
