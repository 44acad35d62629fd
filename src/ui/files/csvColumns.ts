import type { Frame } from '../../results/frame';
import { LANE_FIELDS, type LaneField, valueAt } from '../../results/lane';

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

export const CELLS = [GENERATION, ...LANE_FIELDS].filter(({ type }) => type === 'name' || type === 'count' || type === 'number' || type === 'flag');
const VALUES = LANE_FIELDS.filter(({ type }) => type === 'values');
export const REASONS = LANE_FIELDS.filter(({ type }) => type === 'reasons');

/** Names of values come from files too: a spreadsheet must not take one for a formula, nor a reader for another column. */
const LOOKS_LIKE_FORMULA = /^[=+\-@\t\r']/;
const BARE = 'score.';
const isTaken = (name: string) => CELLS.some(({ column }) => name === column) || VALUES.some(({ column }) => name.startsWith(column || BARE));

/** The columns of a field in the table of some generations. */
export function columnsOf(field: LaneField, frames: readonly Frame[]): Column[] {
  if (CELLS.includes(field)) return [{ field, name: null }];
  const names = new Set<string>();
  if (VALUES.includes(field)) {
    for (const { lanes } of frames) for (const lane of lanes) for (const name of Object.keys(valueAt(lane, field.path) as object)) names.add(name);
  }
  return [...names].map((name) => ({ field, name }));
}

/** The name of a column. */
export function headOf({ field: { column }, name }: Column): string {
  const head = name === null ? column : `${column === '' && isTaken(name) ? BARE : column}${name}`;
  return LOOKS_LIKE_FORMULA.test(head) ? `'${head}` : head;
}

/** The name of a column without its mark against formulas. */
export const plainHead = (head: string): string => (head.startsWith("'") && LOOKS_LIKE_FORMULA.test(head.slice(1)) ? head.slice(1) : head);

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
