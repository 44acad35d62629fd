import { numberText } from '../src/engine/checked';
import { type FieldType, LANE_FIELDS, type LaneField, type LanePath, RANGE } from '../src/results/lane';
import { LANE_WORDS } from '../src/results/lane.words';
import { code, table } from './embeddingTables';

const NUMBER = `${numberText({ min: RANGE.number[0], max: RANGE.number[1] })}, or null`;

const HOLDS: Readonly<Record<FieldType, (field: LaneField) => string>> = {
  name: () => 'a text',
  text: () => 'a text',
  choice: ({ options = [] }) => options.map(code).join(' or '),
  count: ({ range }) => (range ? numberText({ min: range[0], max: range[1], whole: true }) : 'a whole number from 0'),
  number: () => NUMBER,
  fraction: () => numberText({ min: RANGE.fraction[0], max: RANGE.fraction[1] }),
  flag: () => 'true or false',
  values: () => `by name: ${NUMBER}`,
  reasons: () => 'by name: a text',
  shares: () => 'null, or lists `share` and `alive`',
  samples: () => 'null, or an object of the kind',
};

function placeInTable({ type, column }: LaneField): string {
  if (type === 'shares' || type === 'samples') return '–';
  if (type === 'reasons') return `lines \`# no value: …\`${column && `, key ${code(`${column}…`)}`}`;
  return type === 'values' ? `a column each, ${column === '' ? 'under its name' : code(`${column}…`)}` : code(column);
}

function placeInLine({ type, json, line, marks, options = [] }: LaneField): string {
  if (line === undefined) return '–';
  if (marks !== undefined) return options.map((option) => code(`${marks}.${option}`)).join(' or ');
  return code(type === 'reasons' ? 'undefined' : json);
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
        placeInLine(field),
      ]),
    ),
};
