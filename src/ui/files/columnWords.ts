import { catalogue } from '../../engine/catalogue';
import { LANE_FIELDS, type LanePath } from '../../results/lane';
import { LANE_WORDS } from '../../results/lane.words';
import { wordsOf } from '../explain/words';
import { type Column, columnsOf, GENERATION, headOf } from './csvColumns';
import type { Results } from './results';

const VALUES = [...catalogue.metrics, ...catalogue.truths];
const OF_FIELD: Readonly<Record<string, string>> = { 'theory.theory': 'what theory expects of ' };

function wordsOfColumn({ field, name }: Column): string {
  if (field === GENERATION) return 'the generation, from 1';
  const value = VALUES.find(({ id }) => id === name);
  if (name === null || !value) return LANE_WORDS[field.path as LanePath].replaceAll('`', '');
  const expected = OF_FIELD[field.path];
  return expected === undefined ? `${value.name}. ${wordsOf({ score: value.id }).meaning}` : `${expected}${value.name}, the same for every replicate`;
}

/** Each column of the table of a run, and what it holds. */
export const columnWords = ({ frames }: Pick<Results, 'frames'>): readonly (readonly [column: string, words: string])[] =>
  [GENERATION, ...LANE_FIELDS].flatMap((field) => columnsOf(field, frames)).map((column) => [headOf(column), wordsOfColumn(column)]);
