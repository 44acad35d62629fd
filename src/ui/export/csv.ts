import { printJson } from '../../engine/experimentText';
import type { LaneResult } from '../../protocol/messages';
import type { Frame } from '../../store/state';
import type { Results } from './results';

export const NOISE_FLOOR = 'noise floor of ';
export const NO_FLOOR = 'no noise floor of ';
export const NO_VALUE = 'no value: ';
export const LANE_COLUMNS = ['generation', 'loop', 'replicate', 'trainingSize'];
export const FIT_COLUMNS = ['iterations', 'objective', 'converged', 'floorReached'];

type Cell = string | number | boolean | null | undefined;

/** Undefined values, and numbers that are none, become empty cells. */
function print(cell: Cell): string {
  if (cell === null || cell === undefined || (typeof cell === 'number' && !Number.isFinite(cell))) return '';
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
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
      const named = [...Object.entries(reasons), ...Object.entries(theory.undefined).map(([key, reason]) => [`theory.${key}`, reason])];
      for (const [key, reason] of named) {
        const known = generations.get(`${loop} ${key} ${reason}`) ?? [];
        generations.set(`${loop} ${key} ${reason}`, known.at(-1) === generation ? known : [...known, generation]);
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
    ...Object.entries(noise?.bands ?? {}).map(([name, { low, high }]) => `${NOISE_FLOOR}${name}, 5-95 % of 20 pairs of real sets: ${low} to ${high}`),
    ...Object.entries(noise?.undefined ?? {}).map(([name, reason]) => `${NO_FLOOR}${name}: ${reason}`),
    ...reasonLines(frames),
  ];
  const head = [...LANE_COLUMNS, ...scores, ...truths.map((name) => `truth.${name}`), ...theories.map((name) => `theory.${name}`), ...FIT_COLUMNS];
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
  return [...comments.map((line) => `# ${line.replaceAll(/[\r\n]+/g, ' ')}`), head.join(','), ...rows.map((row) => row.map(print).join(','))]
    .join('\n')
    .concat('\n');
}
