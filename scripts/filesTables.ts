import { type FieldType, LANE_FIELDS, LANE_WORDS, type LaneField, type LanePath, RANGE } from '../src/results/lane';
import { code, table } from './embeddingTables';

const range = ([min, max]: readonly [number, number]) => `from ${min} to ${max}`.replaceAll('e+', 'e');

const HOLDS: Readonly<Record<FieldType, (field: LaneField) => string>> = {
  name: () => 'text',
  count: (field) => `whole number ${field.range ? range(field.range) : 'from 0'}`,
  number: () => `number ${range(RANGE.number)}, or null`,
  flag: () => 'true or false',
  values: () => `by name: number ${range(RANGE.number)}, or null`,
  reasons: () => 'by name: text',
  shares: () => 'null, or lists `share` and `alive`',
  samples: () => 'null, or an object of the kind',
};

function placeInTable({ type, column }: LaneField): string {
  if (type === 'shares' || type === 'samples') return '–';
  if (type === 'reasons') return `lines \`# no value: …\`${column && `, key ${code(`${column}…`)}`}`;
  return type === 'values' ? `a column each, ${column === '' ? 'under its name' : code(`${column}…`)}` : code(column);
}

/** The tables of docs/files.md by the name of their markers. */
export const FILE_TABLES: Readonly<Record<string, () => string>> = {
  lanes: () =>
    table(
      ['JSON', 'what', 'holds', 'CSV', 'line of `simulate`'],
      LANE_FIELDS.map((field) => [
        code(field.json),
        LANE_WORDS[field.path as LanePath],
        HOLDS[field.type](field),
        placeInTable(field),
        field.line === undefined ? '–' : code(field.type === 'reasons' ? 'undefined' : field.json),
      ]),
    ),
};
