import { MOST_POINTS } from '../../engine/pointsText';
import { excerpt, invisibleIn, Refusal } from '../../engine/refusal';
import { thousands } from '../../format';
import { OWN_CSV } from '../files/ownCsv';
import { type Marks, marksOf } from '../table/marks';
import { isMissing, isNumber, numberIn, whyNoNumber } from '../table/numbers';
import { readTable, type Table, trimmed } from '../table/readTable';
import { isEmpty, lineText, type Row, rowsFrom } from '../table/rows';
import { type Axes, axesText, likelyAxes } from './pointColumns';

/**
 * Points [count, 2] as they stand in the text with what has to be known of how they were read, or a sentence on what is wrong: line, value, what
 * is allowed. `faulty`: lines without which the rest can be read.
 */
export type CsvPoints = { readonly values: Float64Array; readonly told: readonly string[] } | { readonly problem: string; readonly faulty?: number };

/** Longer texts are not read. */
export const MOST_CHARACTERS = 4_000_000;
/** Squares of larger numbers leave the range of doubles. */
const LARGEST = 1e150;
const LONGEST_QUOTE = 24;
const ALLOWED = `Allowed: two numbers a line, x and y, such as 1.5,-0.25; at most ${thousands(MOST_POINTS)} lines; the first line may hold names.`;
const NO_POINTS = `There are no points in it. ${ALLOWED}`;

const problemAt = (line: number, what: string): string => `${lineText(line)}: ${what} ${ALLOWED}`;

function refuse(line: number, what: string): never {
  throw new Refusal(problemAt(line, what));
}

const quote = (text: string) => `“${excerpt(text, LONGEST_QUOTE)}”`;

/** Whatever `read` refuses becomes a problem in words. */
function* orProblem<Result>(read: Generator<void, Result>): Generator<void, Result | { readonly problem: string }> {
  try {
    return yield* read;
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message.endsWith(ALLOWED) ? error.message : `${error.message} ${ALLOWED}` };
    throw error;
  }
}

/** A text as a table, before its columns are chosen. */
export function* readPointsTable(text: string): Generator<void, Table | { readonly problem: string }> {
  if (text.length > MOST_CHARACTERS)
    return { problem: `The text has ${thousands(text.length)} characters; at most ${thousands(MOST_CHARACTERS)} are read.` };
  if (OWN_CSV.test(text))
    return { problem: 'This is a table of results that MAD Lab saved, not points. Drop it on the page to see the results again.' };
  return yield* orProblem(tableIn(text));
}

function* tableIn(text: string): Generator<void, Table> {
  const table = yield* readTable(text);
  if (table.first.length > 0) return table;
  // says what is wrong with the first row, where something is
  rowsFrom(table.text, table.start, table.separator, table.line).next();
  throw new Refusal(NO_POINTS);
}

/** The points in two columns of a table, without its faulty lines where these are to be skipped. Yields often, so that a long text keeps nothing waiting. */
export function* readPoints(table: Table, axes: Axes | null, skipsFaults = false): Generator<void, CsvPoints> {
  return yield* orProblem(pointsIn(table, axes, skipsFaults));
}

/** Points from text as people have it, from the two columns that are likeliest. */
export function* readPointsCsv(text: string): Generator<void, CsvPoints> {
  const table = yield* readPointsTable(text);
  return 'problem' in table ? table : yield* readPoints(table, likelyAxes(table));
}

/** Cells of the two columns, and the line of each pair. */
interface Pairs {
  readonly x: string[];
  readonly y: string[];
  readonly lines: number[];
}

function* pointsIn(table: Table, axes: Axes | null, skipsFaults: boolean): Generator<void, CsvPoints> {
  if (axes === null) return refuse(table.line, table.width < 2 ? loneValue(table.first[0]) : `no two of its ${table.width} columns hold numbers.`);
  if (axes.x === axes.y) throw new Refusal('x and y are the same column: choose two.');
  const pairs: Pairs = { x: [], y: [], lines: [] };
  const empty: number[] = [];
  const faulty: number[] = [];
  let first = '';
  for (const row of rowsFrom(table.text, table.start, table.separator, table.line)) {
    yield;
    const fault = isEmpty(row) ? null : take(row, table, axes, pairs, empty);
    if (fault === null) continue;
    if (faulty.push(row.line) === 1) first = problemAt(row.line, fault);
  }
  if (faulty.length > 0 && (!skipsFaults || pairs.lines.length === 0))
    return { problem: first, ...(pairs.lines.length > 0 && { faulty: faulty.length }) };
  if (pairs.lines.length === 0) throw new Refusal(NO_POINTS);
  const { x, y } = yield* marksOfBoth(pairs);
  const values = new Float64Array(2 * pairs.lines.length);
  for (const [n, line] of pairs.lines.entries()) {
    values[2 * n] = coordinate(pairs.x[n], x, line);
    values[2 * n + 1] = coordinate(pairs.y[n], y, line);
    yield;
  }
  return { values, told: [...table.told, ...toldOf(table, axes, [x, y], empty, faulty)] };
}

const loneValue = ([cell = '']: readonly string[]) => `one value, ${quote(cell)}; a point has two.`;

/** Adds a row's pair of cells; one in which both are missing is passed over. @returns what is wrong with it; null where nothing is */
function take(row: Row, table: Table, axes: Axes, pairs: Pairs, empty: number[]): string | null {
  const { line } = row;
  const filled = trimmed(row).length;
  if (filled > table.width || row.cells.length < table.width) {
    const found = filled === 1 ? `one value, ${quote(row.cells[0])}` : `${filled} values`;
    return `${found}; ${table.width === 2 ? 'a point has two' : `the first line has ${table.width}`}.`;
  }
  const [x, y] = [row.cells[axes.x], row.cells[axes.y]];
  if (isMissing(x) && isMissing(y)) {
    empty.push(line);
    return null;
  }
  if (pairs.lines.length === MOST_POINTS) refuse(line, `this would be point ${thousands(MOST_POINTS + 1)}.`);
  for (const cell of [x, y]) if (!isNumber(cell)) return noNumber(cell, table.names === null && pairs.lines.length === 0);
  pairs.x.push(x);
  pairs.y.push(y);
  pairs.lines.push(line);
  return null;
}

function noNumber(cell: string, isFirst: boolean): string {
  if (cell === '') return 'a value is missing.';
  if (isMissing(cell)) return `${quote(cell)} stands for a missing value.`;
  const invisible = invisibleIn(cell);
  if (invisible.length > 0) return `${quote(cell)} is not a number: it holds the invisible character ${invisible[0]}.`;
  return `${quote(cell)} is not a number${whyNoNumber(cell) || (isFirst && /\d/.test(cell) ? ', and no name begins like one' : '')}.`;
}

function* marksOfColumn(cells: readonly string[], lines: readonly number[]): Generator<void, Marks> {
  const marks = yield* marksOf(cells);
  if (!('clash' in marks)) return marks;
  const [earlier, later] = marks.clash;
  return refuse(lines[later], `${quote(cells[later])} has another decimal mark than ${quote(cells[earlier])} in line ${thousands(lines[earlier])}.`);
}

/** A column that leaves a doubt follows the other where that one leaves none. */
function* marksOfBoth({ x, y, lines }: Pairs): Generator<void, { readonly x: Marks; readonly y: Marks }> {
  const [byX, byY] = [yield* marksOfColumn(x, lines), yield* marksOfColumn(y, lines)];
  const follow = (one: Marks, other: Marks) => (!one.sure && other.sure ? { ...one, decimal: other.decimal } : one);
  return { x: follow(byX, byY), y: follow(byY, byX) };
}

function coordinate(cell: string, { decimal }: Marks, line: number): number {
  const number = numberIn(cell, decimal);
  if (Math.abs(number) > LARGEST) refuse(line, `${quote(cell)} is too large: numbers reach from -1e150 to 1e150.`);
  return number;
}

function toldOf(table: Table, axes: Axes, marks: readonly Marks[], empty: readonly number[], faulty: readonly number[]): string[] {
  const told = [axesText(table, axes)];
  const doubtful = marks.find(({ example }) => example !== null);
  if (doubtful?.example) told.push(`${quote(doubtful.example)} was read as ${numberIn(doubtful.example, doubtful.decimal)}.`);
  if (empty.length > 0)
    told.push(`${linesText(empty, 'has', 'have')} no value in either column and ${empty.length === 1 ? 'was' : 'were'} left out.`);
  if (faulty.length > 0) told.push(`${linesText(faulty, 'was', 'were')} skipped.`);
  return told.filter((sentence) => sentence !== null);
}

/** "3 lines, the first 4, were" */
const linesText = (lines: readonly number[], one: string, many: string): string => {
  const first = thousands(lines[0]);
  return lines.length === 1 ? `Line ${first} ${one}` : `${thousands(lines.length)} lines, the first ${first}, ${many}`;
};
