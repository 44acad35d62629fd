import { printJson } from '../../engine/experimentText';
import type { LaneResult } from '../../protocol/messages';
import type { Frame } from '../../store/state';
import type { Results } from './results';

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

/** One row for each generation, loop and replicate; the experiment and its link in `#` lines on top. */
export function toCsv({ experiment, frames, noise, badge, link }: Results): string {
  const scores = namesOf(frames, (lane) => lane.scores);
  const truths = namesOf(frames, (lane) => lane.truth);
  const theories = namesOf(frames, (lane) => lane.theory.theory);
  const comments = [
    'MAD Lab',
    `link: ${link}`,
    `computed on: ${badge ? badge.rung : 'nothing yet'}`,
    ...Object.entries(printJson(experiment)).map(([key, value]) => `${key}: ${value}`),
    ...Object.entries(noise?.bands ?? {}).map(
      ([name, { low, high }]) => `noise floor of ${name}, 5-95 % of 20 pairs of real sets: ${low} to ${high}`,
    ),
  ];
  const head = [
    'generation',
    'loop',
    'replicate',
    'trainingSize',
    ...scores,
    ...truths.map((name) => `truth.${name}`),
    ...theories.map((name) => `theory.${name}`),
    'iterations',
    'objective',
    'converged',
    'floorReached',
  ];
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
