import * as v from 'valibot';
import type { Row } from '../../lessons/rows';
import { type Work, workSchema } from '../../lessons/work';
import { marked, rowText, unmarked } from '../files/csvColumns';
import { isEmpty, rowsFrom } from '../table/rows';

/** `cure-7B-12`, without what is not known. */
export const fileNameOf = ({ lesson, group, desk }: Work): string => [lesson, group, desk].filter((part) => part !== undefined).join('-');

export const fileOf = (work: Work): string => `${JSON.stringify(work, null, 1)}\n`;

/** null where it is no work. */
export function readWorkFile(text: string): Work | null {
  try {
    const read = v.safeParse(workSchema, JSON.parse(text.replace(/^\uFEFF/, '')));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** Words that a spreadsheet would take for a formula have a mark before them. */
const cellOf = (cell: Row[keyof Row]) => (typeof cell === 'string' ? marked(cell) : cell);

/** @param columns those of a pupil's own table, or of a class's */
export const tableOf = <Column extends string>(rows: readonly Readonly<Record<Column, Row[keyof Row]>>[], columns: readonly Column[]): string =>
  [rowText(columns), ...rows.map((row) => rowText(columns.map((column) => cellOf(row[column]))))].join('\n').concat('\n');

/** The cells of such a table, by the names of their columns. */
export function readTable(text: string, separator = ','): readonly Readonly<Record<string, string>>[] {
  const [head, ...rows] = [...rowsFrom(text.replace(/^\uFEFF/, ''), 0, separator, 1)].filter((row) => !isEmpty(row));
  return rows.map(({ cells }) => Object.fromEntries((head?.cells ?? []).map((name, at) => [name, unmarked(cells[at] ?? '')])));
}
