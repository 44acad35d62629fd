import type { Json } from '../../engine/checked';
import type { Experiment } from '../../engine/experiment';
import { excerpt, Refusal } from '../../engine/refusal';
import { lineAt, lineText } from '../table/rows';
import { NO_FLOOR, NO_VALUE, NOISE_FLOOR, nameOfWord } from './csv';

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
    if (line.length > LONGEST_REMARK) throw new Refusal(`${lineText(number)} has more than ${LONGEST_REMARK.toLocaleString('en')} characters`);
    if (number > MOST_REMARKS) throw new Refusal(`More than ${MOST_REMARKS.toLocaleString('en')} lines start with #`);
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

export interface Reason {
  readonly key: string;
  readonly reason: string;
}

/** "LOOP, KEY, generations 2-50 52: REASON", by "LOOP GENERATION". */
export function* reasonsIn(remarks: Remarks, { generations }: Experiment): Generator<void, ReadonlyMap<string, readonly Reason[]>> {
  let count = 0;
  const found = new Map<string, Reason[]>();
  for (const remark of remarks.startingWith(NO_VALUE)) {
    const [, loop, word, list, reason] = /^(\S+), (\S+), generations ([\d -]+): (.*)$/.exec(remark.text.slice(NO_VALUE.length)) ?? cannotRead(remark);
    for (const span of list.split(' ', generations)) {
      const [from, to = from] = span.split('-').map(Number);
      for (let generation = Math.max(1, from); generation <= Math.min(to, generations); generation++) {
        const place = `${loop} ${generation}`;
        const known = found.get(place) ?? [];
        known.push({ key: nameOfWord(word), reason });
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
