import { excerpt, Refusal } from '../../engine/refusal';
import { isMissing, isNumber } from './numbers';
import { isEmpty, lineAt, lineText, type Row, rowsFrom } from './rows';

/** A text as a table: what separates its cells, where its data begin, what its columns are called. */
export interface Table {
  readonly text: string;
  readonly separator: string;
  /** where the rows of data begin, and on which line */
  readonly start: number;
  readonly line: number;
  /** cells of a row */
  readonly width: number;
  /** of the columns; null where no line holds names */
  readonly names: readonly string[] | null;
  /** the first rows of data */
  readonly first: readonly (readonly string[])[];
  /** what was passed over or taken for names, in sentences */
  readonly told: readonly string[];
}

const SEPARATORS = ['\t', ';', ',', '|', ' '];
const SAMPLE = 30;
const MOST_EMPTY = 1000;
const MOST_TITLES = 5;

interface Place {
  readonly at: number;
  readonly line: number;
}

/** Cells without the empty ones at the end. */
export function trimmed({ cells }: Pick<Row, 'cells'>): readonly string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end--;
  return cells.slice(0, end);
}

/** The first rows that hold anything; what can't be read ends them. */
function sample(text: string, { at, line }: Place, separator: string): Row[] {
  const rows: Row[] = [];
  let empty = 0;
  try {
    for (const row of rowsFrom(text, at, separator, line)) {
      if (!isEmpty(row)) rows.push(row);
      else if (++empty > MOST_EMPTY) break;
      if (rows.length === SAMPLE) break;
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return rows;
}

const numbersIn = (cells: readonly string[]) => cells.filter(isNumber).length;

/** The commonest width among rows of data, or among all rows where none looks like data. */
function widthOf(rows: readonly (readonly string[])[]): number {
  const data = rows.filter((cells) => numbersIn(cells) >= 2);
  const counts = new Map<number, number>();
  for (const { length } of data.length > 0 ? data : rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

/** How well a separator makes a table of numbers: first by numbers, then by rows of one width. */
function fitOf(rows: readonly (readonly string[])[]): [number, number] {
  const width = widthOf(rows);
  if (width < 2) return [0, 0];
  const even = rows.filter(({ length }) => length === width);
  const share = even.map(numbersIn).reduce((sum, count) => sum + (count >= 2 ? count / width : 0), 0);
  return [share, even.length];
}

function guessSeparator(text: string, place: Place): string {
  let best = { separator: ',', fit: [0, 0] };
  for (const separator of SEPARATORS) {
    const fit = fitOf(sample(text, place, separator).map(trimmed));
    if (fit[0] > best.fit[0] || (fit[0] === best.fit[0] && fit[1] > best.fit[1])) best = { separator, fit };
  }
  return best.separator;
}

/** Passes over a byte order mark, Excel's `sep=;`, empty lines, and remarks, which stand on top only. */
function* passOver(text: string): Generator<void, Place & { separator: string | null; remarks: number }> {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  let separator: string | null = null;
  let remarks = 0;
  while (at < text.length) {
    const next = lineAt(text, at);
    const words = next.line.trim();
    const named = line === 1 ? /^"?sep=(.)"?\s*$/i.exec(next.line)?.[1] : undefined;
    if (named !== undefined) separator = named;
    else if (words.startsWith('#')) remarks++;
    else if (words !== '') break;
    at = next.end;
    line++;
    yield;
  }
  return { at, line, separator, remarks };
}

/** Begins like a number without being one: 10 %, 5 cm, (1. Such a cell is no name. */
const LIKE_NUMBER = /^[(<>~≈$€£]?\s*[+\-\u2010-\u2013\u2212]?[.,]?\d/;

const isName = (cell: string): boolean => !isNumber(cell) && !LIKE_NUMBER.test(cell) && (cell === '' || !isMissing(cell));

/** A column that only counts the rows. */
export function isCount(cells: readonly string[]): boolean {
  return cells.length > 2 && cells.every((cell, i) => /^\d+$/.test(cell) && Number(cell) === Number(cells[0]) + i);
}

const tidyName = (name: string) => name.replaceAll(/\s+/g, ' ');

/** Reads the head of a text. Refuses nothing but what can't be cut into cells. */
export function* readTable(text: string): Generator<void, Table> {
  const { remarks, separator: named, ...top } = yield* passOver(text);
  const separator = named ?? guessSeparator(text, top);
  const rows = sample(text, top, separator);
  const told = remarks > 0 ? [`Lines on top that begin with #, passed over: ${remarks}.`] : [];
  let width = widthOf(rows.map(trimmed));
  let start: Place = top;
  const pass = (row: Row) => {
    start = { at: row.end, line: row.nextLine };
    rows.shift();
  };
  for (let n = 0; n < MOST_TITLES && rows.length > 1 && width > 1 && trimmed(rows[0]).length === 1 && isName(rows[0].cells[0]); n++) {
    told.push(`${lineText(rows[0].line)}, “${excerpt(tidyName(rows[0].cells[0]))}”, was taken for a title.`);
    pass(rows[0]);
  }
  let names: readonly string[] | null = null;
  if (rows.length > 0 && trimmed(rows[0]).every(isName)) {
    const [head] = rows;
    names = trimmed(head).map(tidyName);
    pass(head);
    // R names its columns, but not the one of row names before them
    const before = rows.map(({ cells }) => cells[0]);
    if (names.length === width - 1 && width > 2 && (isCount(before) || !before.some(isNumber))) names = ['', ...names];
    told.push(`${lineText(head.line)} was read as names.`);
    width = names.length;
  }
  return { text, separator, start: start.at, line: start.line, width, names, first: rows.map(({ cells }) => cells.slice(0, width)), told };
}
