import type { Frame } from '../../results/frame';
import { type FieldType, LANE_FIELDS, type LaneField, saidOf, valueAt } from '../../results/lane';

/** A field of a lane that is one cell (`name` is null), or what it holds by a name. */
export interface Column {
  readonly field: LaneField;
  readonly name: string | null;
}

/** What stands in a column, or in a remark on it. */
export interface Cell extends Column {
  readonly value: unknown;
}

/** A table has it in every row, JSON once for all lanes. */
export const GENERATION: LaneField = { type: 'count', path: 'generation', json: 'generation', column: 'generation', called: 'generation' };

const NO_CELL: readonly FieldType[] = ['values', 'reasons', 'shares', 'samples'];
export const CELLS = [GENERATION, ...LANE_FIELDS].filter(({ type }) => !NO_CELL.includes(type));
const VALUES = LANE_FIELDS.filter(({ type }) => type === 'values');
export const REASONS = LANE_FIELDS.filter(({ type }) => type === 'reasons');

/** Names of values, and remarks, come from files too: a spreadsheet must not take one for a formula, nor a reader for another column. */
const LOOKS_LIKE_FORMULA = /^[=+\-@\t\r']/;
const BARE = 'score.';
const isTaken = (name: string) => CELLS.some(({ column }) => name === column) || VALUES.some(({ column }) => name.startsWith(column || BARE));

/** The columns of a field in the table of some generations; what lanes may lack has one where some lane says it. */
export function columnsOf(field: LaneField, frames: readonly Frame[]): Column[] {
  const isThere = () => field.optional === undefined || frames.some(({ lanes }) => lanes.some((lane) => saidOf(lane, field) !== undefined));
  if (CELLS.includes(field)) return isThere() ? [{ field, name: null }] : [];
  const names = new Set<string>();
  if (VALUES.includes(field)) {
    for (const { lanes } of frames) for (const lane of lanes) for (const name of Object.keys(valueAt(lane, field.path) as object)) names.add(name);
  }
  return [...names].map((name) => ({ field, name }));
}

/** The name of a column. */
export function headOf({ field: { column }, name }: Column): string {
  return marked(name === null ? column : `${column === '' && isTaken(name) ? BARE : column}${name}`);
}

/** Words with a mark where a spreadsheet would take them for a formula, and without it. */
export const marked = (words: string): string => (LOOKS_LIKE_FORMULA.test(words) ? `'${words}` : words);
export const unmarked = (words: string): string => (words.startsWith("'") && LOOKS_LIKE_FORMULA.test(words.slice(1)) ? words.slice(1) : words);

/** Undefined values, and numbers that are none, become empty cells. */
function print(cell: unknown): string {
  if (cell === null || cell === undefined || (typeof cell === 'number' && !Number.isFinite(cell))) return '';
  const text = String(cell);
  return /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A row of a table. */
export const rowText = (cells: readonly unknown[]): string => cells.map(print).join(',');

/** The column that has a plain name. */
export function columnNamed(head: string): Column {
  const cell = CELLS.find(({ column }) => column === head);
  if (cell) return { field: cell, name: null };
  return head.startsWith(BARE) ? { field: startOf(VALUES, ''), name: head.slice(BARE.length) } : named(VALUES, head);
}

/** What a reason is of, by the key that a remark gives it. */
export const reasonNamed = (key: string): Column => named(REASONS, key);

/** The field whose names begin so; every name begins with that of the one whose names stand bare. */
const startOf = (fields: readonly LaneField[], name: string): LaneField =>
  fields.filter(({ column }) => name.startsWith(column)).reduce((best, field) => (field.column.length > best.column.length ? field : best));

function named(fields: readonly LaneField[], name: string): Column {
  const field = startOf(fields, name);
  return { field, name: name.slice(field.column.length) };
}
