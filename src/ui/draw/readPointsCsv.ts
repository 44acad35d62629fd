import { dsvFormat } from 'd3-dsv';
import { MOST_POINTS } from '../../engine/pointsText';
import { OWN_CSV } from '../export/ownCsv';

/** Points [count, 2] as they stand in the text, or a sentence on what is wrong: line, value, what is allowed. */
export type CsvPoints = { readonly values: Float64Array } | { readonly problem: string };

/** Squares of larger numbers leave the range of doubles. */
const LARGEST = 1e150;
const ALLOWED = `Allowed: two numbers a line, x and y, such as 1.5,-0.25; at most ${MOST_POINTS.toLocaleString('en')} lines; the first line may hold names.`;
/** characters between two yields */
const BLOCK = 100_000;
const LONGEST_QUOTE = 24;

class Refusal extends Error {}

function refuse(line: number, what: string): never {
  throw new Refusal(`Line ${line.toLocaleString('en')}: ${what} ${ALLOWED}`);
}

const quote = (text: string) => `“${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`;

/** NaN for what is no number in decimal notation. Where commas don't separate, one may be a decimal comma. */
function numberOf(text: string, delimiter: string): number {
  const plain = delimiter !== ',' && text.includes(',') && !text.includes('.') ? text.replace(',', '.') : text;
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}

function coordinate(value: string, delimiter: string, line: number): number {
  const number = numberOf(value, delimiter);
  if (Number.isNaN(number)) refuse(line, value === '' ? 'a value is missing.' : `${quote(value)} is not a number.`);
  if (Math.abs(number) > LARGEST) refuse(line, `${quote(value)} is too large: numbers reach from -1e150 to 1e150.`);
  return number;
}

/** What separates values, judged by the first line that holds any. */
function delimiterOf(text: string): string {
  const first = /^(?!\s*#)[^\S\r\n]*\S.*$/m.exec(text)?.[0] ?? '';
  return ['\t', ';', ','].find((mark) => first.trim().includes(mark)) ?? ' ';
}

interface Columns {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Which columns of a line of names to take: those named x and y, or the only two. */
function columnsOf(names: readonly string[], line: number): Columns {
  const at = (wanted: string) => names.findIndex((name) => name.toLowerCase() === wanted);
  const [x, y] = [at('x'), at('y')];
  if (x >= 0 && y >= 0) return { x, y, width: names.length };
  if (names.length === 2) return { x: 0, y: 1, width: 2 };
  if (names.length === 1) refuse(line, `${quote(names[0])} is not a number.`);
  return refuse(line, `${names.length} columns, and no two of them are named x and y.`);
}

/**
 * Reads points from text that is separated by commas, semicolons, tabs or spaces. Empty lines and those that begin with # don't count,
 * nor do empty values at a line's end. Yields often, so that a long text keeps nothing waiting.
 */
export function* readPointsCsv(text: string): Generator<void, CsvPoints> {
  if (OWN_CSV.test(text))
    return { problem: 'This is a table of results that MAD Lab saved, not points. Drop it on the page to see the results again.' };
  const delimiter = delimiterOf(text);
  const clean = text.replace(/^\uFEFF/, '');
  const tidy = delimiter === ' ' ? clean.replace(/[^\S\r\n]+/g, ' ') : clean;
  const values: number[] = [];
  let columns: Columns | null = null;

  const take = (raw: readonly string[], line: number) => {
    const row = raw.map((value) => value.trim());
    while (row.at(-1) === '') row.pop();
    if (delimiter === ' ') while (row[0] === '') row.shift();
    if (row.length === 0 || row[0].startsWith('#')) return;
    if (columns === null && row.every((value) => Number.isNaN(numberOf(value, delimiter)))) {
      columns = columnsOf(row, line);
      return;
    }
    columns ??= { x: 0, y: 1, width: 2 };
    const { x, y, width } = columns;
    if (row.length !== width) {
      const wanted = width === 2 ? 'a point has two' : `the first line has ${width}`;
      refuse(line, `${row.length === 1 ? `one value, ${quote(row[0])}` : `${row.length} values`}; ${wanted}.`);
    }
    if (values.length === 2 * MOST_POINTS) refuse(line, `this would be point ${(MOST_POINTS + 1).toLocaleString('en')}.`);
    values.push(coordinate(row[x], delimiter, line), coordinate(row[y], delimiter, line));
  };

  try {
    const format = dsvFormat(delimiter);
    let lines = 0;
    for (let at = 0; at < tidy.length; ) {
      const cut = tidy.indexOf('\n', at + BLOCK);
      const end = cut < 0 ? tidy.length : cut + 1;
      format.parseRows(tidy.slice(at, end), (row) => {
        take(row, ++lines);
        return null;
      });
      at = end;
      yield;
    }
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message };
    throw error;
  }
  return values.length > 0 ? { values: Float64Array.from(values) } : { problem: `There are no points in it. ${ALLOWED}` };
}
