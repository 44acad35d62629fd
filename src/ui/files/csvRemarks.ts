import type { Json } from '../../engine/checked';
import type { Experiment, Key } from '../../engine/experiment';
import { printJson } from '../../engine/experimentText';
import { keyNamed, specOf } from '../../engine/keyText';
import { excerpt, Refusal, refuse } from '../../engine/refusal';
import { thousands } from '../../format';
import type { Frame } from '../../results/frame';
import { valueAt } from '../../results/lane';
import { printText, readText } from '../../store/ownText';
import { lineAt, lineText } from '../table/rows';
import { type Cell, REASONS, reasonNamed } from './csvColumns';
import type { Results } from './results';

const NOISE_FLOOR = 'noise floor of ';
const NO_FLOOR = 'no noise floor of ';
const NO_VALUE = 'no value: ';

/** A name within a `#` line: no spaces, no commas, nothing that ends the line. */
const word = (name: string) => name.replace(/[^\w.]/g, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
const nameOfWord = (text: string) => text.replace(/%([0-9a-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** Words from elsewhere may hold what a spreadsheet, which cuts the line at its marks, would take for a formula. */
export const remarkText = (line: string) => `# ${line.replaceAll(/[\r\n]+/g, ' ').replaceAll(/([,;\t]\s*"*)(?=[=+@-])/g, "$1'")}`;

/** The reader's own text has lines, and whatever a spreadsheet would cut it at. */
const isPrivate = (name: string): boolean => {
  const key = keyNamed(name);
  return key !== undefined && specOf(key).isPrivate === true;
};
const encoded = (text: string) => (text === '' ? '' : printText(text));

/** The value of a key as its line has it. */
export function valueOfRemark(key: Key, written: string): string {
  if (!isPrivate(key) || written === '') return written;
  const { text, isWhole } = readText(written);
  return isWhole ? text : refuse(key, written, 'the text as it was saved');
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
    for (const lane of lanes) {
      for (const { path, column } of REASONS) {
        for (const [key, reason] of Object.entries(valueAt(lane, path) as object)) {
          const about = `${lane.loop} ${word(`${column}${key}`)} ${reason}`;
          const known = generations.get(about) ?? [];
          if (known.at(-1) !== generation) known.push(generation);
          generations.set(about, known);
        }
      }
    }
  }
  return [...generations].map(([about, list]) => {
    const [loop, key, ...reason] = about.split(' ');
    return `${NO_VALUE}${loop}, ${key}, generations ${ranges(list)}: ${reason.join(' ')}`;
  });
}

/** The lines on top of a saved table. */
export function remarksOf({ experiment, frames, noise, backend, version, link, exported }: Results): string[] {
  const lines = [
    'MAD Lab',
    `version: ${version}`,
    `link: ${link}`,
    `exported: ${exported}`,
    `computed on: ${backend ?? 'nothing yet'}`,
    ...Object.entries(printJson(experiment)).map(([key, value]) => `${key}: ${isPrivate(key) ? encoded(String(value)) : value}`),
    ...Object.entries(noise?.bands ?? {}).map(
      ([name, { low, high }]) => `${NOISE_FLOOR}${word(name)}, 5-95 % of 20 pairs of real sets: ${low} to ${high}`,
    ),
    ...Object.entries(noise?.undefined ?? {}).map(([name, reason]) => `${NO_FLOOR}${word(name)}: ${reason}`),
    ...reasonLines(frames),
  ];
  return lines.map(remarkText);
}

/** A `#` line without its mark. */
interface Remark {
  readonly line: number;
  readonly text: string;
}

/** The `#` lines on top of a saved table, and where the table itself begins. */
export interface Remarks {
  readonly end: number;
  readonly nextLine: number;
  /** "NAME: VALUE" */
  find(name: string): { readonly line: number; readonly value: string } | undefined;
  startingWith(words: string): readonly Remark[];
}

const MOST_REMARKS = 10_000;
const LONGEST_REMARK = 500_000;
const MOST_REASONS = 1e6;

export function* readRemarks(text: string): Generator<void, Remarks> {
  const remarks: Remark[] = [];
  const values = new Map<string, { line: number; value: string }>();
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (/^"?#/.test(text.slice(at, at + 2))) {
    const { line, end } = lineAt(text, at);
    const number = remarks.length + 1;
    if (line.length > LONGEST_REMARK) throw new Refusal(`${lineText(number)} has more than ${thousands(LONGEST_REMARK)} characters`);
    if (number > MOST_REMARKS) throw new Refusal(`More than ${thousands(MOST_REMARKS)} lines start with #`);
    const remark = bare(line);
    remarks.push({ line: number, text: remark });
    const colon = remark.indexOf(': ');
    const name = remark.slice(0, Math.max(0, colon));
    if (!values.has(name)) values.set(name, { line: number, value: remark.slice(colon + 2) });
    at = end;
    yield;
  }
  return {
    end: at,
    nextLine: remarks.length + 1,
    find: (name) => values.get(name),
    startingWith: (words) => remarks.filter((remark) => remark.text.startsWith(words)),
  };
}

/** A spreadsheet quotes a line with a comma, and adds empty cells. */
function bare(line: string): string {
  const unquoted = line.startsWith('"') ? withoutEnd(line, ',').replace(/"$/, '').slice(1).replaceAll('""', '"') : withoutEnd(line, ',');
  return unquoted.replace(/^#\s*/, '');
}

function withoutEnd(text: string, mark: string): string {
  let end = text.length;
  while (text[end - 1] === mark) end--;
  return text.slice(0, end);
}

function cannotRead({ line, text }: Remark): never {
  throw new Refusal(`${lineText(line)}: “${excerpt(text)}” can’t be read`);
}

/** "LOOP, KEY, generations 2-50 52: REASON", by "LOOP GENERATION". */
export function* reasonsIn(remarks: Remarks, { generations }: Experiment): Generator<void, ReadonlyMap<string, readonly Cell[]>> {
  let count = 0;
  const found = new Map<string, Cell[]>();
  for (const remark of remarks.startingWith(NO_VALUE)) {
    const [, loop, key, list, reason] = /^(\S+), (\S+), generations ([\d -]+): (.*)$/.exec(remark.text.slice(NO_VALUE.length)) ?? cannotRead(remark);
    const about = { ...reasonNamed(nameOfWord(key)), value: reason };
    for (const span of list.split(' ', generations)) {
      const [from, to = from] = span.split('-').map(Number);
      for (let generation = Math.max(1, from); generation <= Math.min(to, generations); generation++) {
        const place = `${loop} ${generation}`;
        const known = found.get(place) ?? [];
        known.push(about);
        found.set(place, known);
        if (++count > MOST_REASONS) throw new Refusal(`${lineText(remark.line)}: these are reasons for more values than a table can lack`);
      }
    }
    yield;
  }
  return found;
}

/** The noise floor as JSON holds it; null where the table has none. */
export function noiseIn(remarks: Remarks): Json | null {
  const bands = remarks.startingWith(NOISE_FLOOR).map((remark) => {
    const [, word, low, high] = /^(\S+), .*: (\S+) to (\S+)$/.exec(remark.text.slice(NOISE_FLOOR.length)) ?? cannotRead(remark);
    return [nameOfWord(word), { low: Number(low), high: Number(high) }] as const;
  });
  const without = remarks.startingWith(NO_FLOOR).map((remark) => {
    const [, word, reason] = /^(\S+): (.*)$/.exec(remark.text.slice(NO_FLOOR.length)) ?? cannotRead(remark);
    return [nameOfWord(word), reason] as const;
  });
  return bands.length + without.length > 0 ? { bands: Object.fromEntries(bands), undefined: Object.fromEntries(without) } : null;
}
