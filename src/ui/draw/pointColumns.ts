import { excerpt } from '../../engine/refusal';
import { isMissing, isNumber } from '../table/numbers';
import { isCount, type Table } from '../table/readTable';

/** The columns of a table that become the axes, from 0. */
export interface Axes {
  readonly x: number;
  readonly y: number;
}

const LONGITUDE = /^(lon|lng|long|longitude)\b/i;
const LATITUDE = /^(lat|latitude)\b/i;

/** What a column is called, also where it has no name. */
export const columnName = ({ names }: Table, column: number): string => excerpt(names?.[column] ?? '') || `column ${column + 1}`;

const cellsOf = ({ first }: Table, column: number) => first.map((row) => row[column] ?? '').filter((cell) => !isMissing(cell));

/** Columns whose first cells are mostly numbers. */
function numeric(table: Table): number[] {
  return Array.from({ length: table.width }, (_, column) => column).filter((column) => {
    const cells = cellsOf(table, column);
    return cells.filter(isNumber).length > cells.length / 2;
  });
}

/** Two columns to start from: those named x and y, longitude and latitude, the only two, or the first two of numbers that don't just count the rows. */
export function likelyAxes(table: Table): Axes | null {
  const named = (pattern: RegExp) => table.names?.findIndex((name) => pattern.test(name)) ?? -1;
  for (const [x, y] of [
    [named(/^x$/i), named(/^y$/i)],
    [named(LONGITUDE), named(LATITUDE)],
  ]) {
    if (x >= 0 && y >= 0) return { x, y };
  }
  if (table.width === 2) return { x: 0, y: 1 };
  const numbers = numeric(table);
  const telling = numbers.filter((column) => table.names?.[column] !== '' && !isCount(cellsOf(table, column)));
  const [x, y] = telling.length >= 2 ? telling : numbers;
  return x === undefined || y === undefined ? null : { x, y };
}

/** Which columns were taken, where that is not plain. */
export function axesText(table: Table, { x, y }: Axes): string | null {
  const isTurned = LATITUDE.test(table.names?.[y] ?? '') && LONGITUDE.test(table.names?.[x] ?? '');
  return table.width > 2 || isTurned ? `x is “${columnName(table, x)}”, y is “${columnName(table, y)}”.` : null;
}
