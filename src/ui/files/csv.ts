import { printJson } from '../../engine/experimentText';
import type { LaneResult } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import type { Results } from './results';

export const NOISE_FLOOR = 'noise floor of ';
export const NO_FLOOR = 'no noise floor of ';
export const NO_VALUE = 'no value: ';
export const TRUTH = 'truth.';
export const THEORY = 'theory.';
export const LANE_COLUMNS = ['generation', 'loop', 'replicate', 'trainingSize'];
export const FIT_COLUMNS = ['iterations', 'objective', 'converged', 'floorReached'];

type Cell = string | number | boolean | null | undefined;

/** Names of scores come from files too: a spreadsheet must not take one for a formula, nor `readCsv` for another column. */
const LOOKS_LIKE_FORMULA = /^[=+\-@\t\r']/;
const SCORE = 'score.';

/** The column of a score. */
function scoreColumn(name: string): string {
  const isTaken = LANE_COLUMNS.includes(name) || FIT_COLUMNS.includes(name) || [TRUTH, THEORY, SCORE].some((prefix) => name.startsWith(prefix));
  return isTaken ? `${SCORE}${name}` : name;
}

const headCell = (name: string) => print(LOOKS_LIKE_FORMULA.test(name) ? `'${name}` : name);

/** What `headCell` and `scoreColumn` made of a name. */
export const nameInHead = (cell: string): string => (cell.startsWith("'") && LOOKS_LIKE_FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell);
export const scoreInColumn = (column: string): string => (column.startsWith(SCORE) ? column.slice(SCORE.length) : column);

/** A name within a `#` line: no spaces, no commas, nothing that ends the line. */
const word = (name: string) => name.replace(/[^\w.]/g, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
export const nameOfWord = (text: string): string => text.replace(/%([0-9a-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** Words from elsewhere may hold what a spreadsheet, which cuts the line at its marks, would take for a formula. */
const remark = (line: string) => `# ${line.replaceAll(/[\r\n]+/g, ' ').replaceAll(/([,;\t]\s*"*)(?=[=+@-])/g, "$1'")}`;

/** Undefined values, and numbers that are none, become empty cells. */
function print(cell: Cell): string {
  if (cell === null || cell === undefined || (typeof cell === 'number' && !Number.isFinite(cell))) return '';
  const text = String(cell);
  return /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function namesOf(frames: readonly Frame[], record: (lane: LaneResult) => Readonly<Record<string, unknown>>): string[] {
  const names = new Set<string>();
  for (const frame of frames) for (const lane of frame.lanes) for (const name of Object.keys(record(lane))) names.add(name);
  return [...names];
}

/** "2-50 52": the whole numbers of an ascending list. */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(' ');
}

/** Why cells are empty, a line for each loop, value and reason. */
function reasonLines(frames: readonly Frame[]): string[] {
  const generations = new Map<string, number[]>();
  for (const { generation, lanes } of frames) {
    for (const { loop, undefined: reasons, theory } of lanes) {
      const named = [...Object.entries(reasons), ...Object.entries(theory.undefined).map(([key, reason]) => [`${THEORY}${key}`, reason])];
      for (const [key, reason] of named) {
        const about = `${loop} ${word(key)} ${reason}`;
        const known = generations.get(about) ?? [];
        if (known.at(-1) !== generation) known.push(generation);
        generations.set(about, known);
      }
    }
  }
  return [...generations].map(([about, list]) => {
    const [loop, key, ...reason] = about.split(' ');
    return `${NO_VALUE}${loop}, ${key}, generations ${ranges(list)}: ${reason.join(' ')}`;
  });
}

/** One row for each generation, loop and replicate; the experiment, its link and what else `readCsv` needs in `#` lines on top. */
export function toCsv({ experiment, frames, noise, backend, version, link }: Results): string {
  const scores = namesOf(frames, (lane) => lane.scores);
  const truths = namesOf(frames, (lane) => lane.truth);
  const theories = namesOf(frames, (lane) => lane.theory.theory);
  const comments = [
    'MAD Lab',
    `version: ${version}`,
    `link: ${link}`,
    `computed on: ${backend ?? 'nothing yet'}`,
    ...Object.entries(printJson(experiment)).map(([key, value]) => `${key}: ${value}`),
    ...Object.entries(noise?.bands ?? {}).map(
      ([name, { low, high }]) => `${NOISE_FLOOR}${word(name)}, 5-95 % of 20 pairs of real sets: ${low} to ${high}`,
    ),
    ...Object.entries(noise?.undefined ?? {}).map(([name, reason]) => `${NO_FLOOR}${word(name)}: ${reason}`),
    ...reasonLines(frames),
  ];
  const named = [...scores.map(scoreColumn), ...truths.map((name) => `${TRUTH}${name}`), ...theories.map((name) => `${THEORY}${name}`)];
  const head = [...LANE_COLUMNS, ...named, ...FIT_COLUMNS];
  const rows = frames.flatMap(({ generation, lanes }) =>
    lanes.map((lane): Cell[] => [
      generation,
      lane.loop,
      lane.replicate,
      lane.trainingSize,
      ...scores.map((name) => lane.scores[name]),
      ...truths.map((name) => lane.truth[name]),
      ...theories.map((name) => lane.theory.theory[name]),
      lane.fit.iterations,
      lane.fit.objective,
      lane.fit.converged,
      lane.fit.floorReached,
    ]),
  );
  return [...comments.map(remark), head.map(headCell).join(','), ...rows.map((row) => row.map(print).join(','))].join('\n').concat('\n');
}
