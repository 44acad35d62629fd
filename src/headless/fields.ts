import type { Cloud } from '../engine/contracts';
import { Refusal, refuse } from '../engine/refusal';

/** One field of an input file, as `--help` lists it. */
export interface Field {
  readonly help: string;
  readonly allowed: string;
  /** what stands where the field is left out; null = it may not be */
  readonly fallback: string | null;
}

export type Fields = Readonly<Record<string, Field>>;

/** Squares of larger numbers, and of smaller differences, leave the range of doubles. */
const LARGEST = 1e150;
const NUMBER = 'a number from -1e150 to 1e150';

/** What `readRows` allows, for help. */
export const rowsText = (mostDim: number) =>
  `a list of points, each a list of numbers from -1e150 to 1e150, 1 to ${mostDim} of them, as many in every point`;

export function helpOnFields(fields: Fields): string {
  return Object.entries(fields)
    .map(
      ([name, { help, allowed, fallback }]) =>
        `  ${name}\n      ${help}\n      allowed: ${allowed}; ${fallback === null ? 'required' : `default: ${fallback}`}`,
    )
    .join('\n');
}

/** Refuses names that no field has: a misspelt one would quietly keep its default. */
export function assertKnown(input: Readonly<Record<string, unknown>>, fields: Fields): void {
  for (const name of Object.keys(input)) {
    if (!Object.hasOwn(fields, name)) throw new Refusal(`There is no field “${name}”. Fields: ${Object.keys(fields).join(', ')}.`);
  }
}

/** Rows of numbers, all of one length; without rows none is known. */
export interface Rows extends Omit<Cloud, 'dim'> {
  readonly dim: number | null;
}

/** @param place of the field: messages name `place[row][column]` */
export function readRows(value: unknown, place: string, mostDim: number): Rows {
  if (!Array.isArray(value)) refuse(place, value, 'a list of points');
  const rows: readonly unknown[] = value;
  if (rows.length === 0) return { count: 0, dim: null, values: new Float64Array() };
  const dim = lengthOf(rows[0], `${place}[0]`);
  if (dim < 1 || dim > mostDim) throw new Refusal(`${place}[0] has ${numbers(dim)}; allowed are 1 to ${mostDim}`);
  const values = new Float64Array(rows.length * dim);
  for (const [i, row] of rows.entries()) {
    const length = lengthOf(row, `${place}[${i}]`);
    if (length !== dim) throw new Refusal(`${place}[${i}] has ${numbers(length)}, but ${place}[0] has ${dim}`);
    for (let a = 0; a < dim; a++) values[i * dim + a] = readCoordinate((row as readonly unknown[])[a], place, i, a);
  }
  return { count: rows.length, dim, values };
}

function readCoordinate(value: unknown, place: string, i: number, a: number): number {
  return typeof value === 'number' && Math.abs(value) <= LARGEST ? value : refuse(`${place}[${i}][${a}]`, value, NUMBER);
}

function lengthOf(row: unknown, place: string): number {
  return Array.isArray(row) ? row.length : refuse(place, row, 'a point, that is a list of numbers');
}

export const numbers = (count: number) => (count === 1 ? '1 number' : `${count} numbers`);
