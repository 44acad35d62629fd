import { catalogue } from '../../engine/catalogue';
import { LANE_FIELDS, type LanePath } from '../../results/lane';
import { LANE_WORDS } from '../../results/lane.words';
import { THEORY_SUFFIX } from '../../results/theory';
import { KIND_WORDS } from '../charts/theory';
import { wordsOf } from '../explain/words';
import { type Column, columnsOf, GENERATION, headOf } from './csvColumns';
import type { Results } from './results';

const VALUES = [...catalogue.metrics, ...catalogue.truths];

/** "Recall, theory: the mean over runs, exact" */
function theoryWords(name: string): string | null {
  for (const [kind, suffix] of Object.entries(THEORY_SUFFIX)) {
    const value = VALUES.find(({ id }) => name === id + suffix);
    if (value) return `${value.name}, ${KIND_WORDS[kind as keyof typeof THEORY_SUFFIX]}`;
  }
  return null;
}

function wordsOfColumn({ field, name }: Column): string {
  if (field === GENERATION) return 'the generation, from 1';
  const inWords = LANE_WORDS[field.path as LanePath].replaceAll('`', '').replace(', by id', '');
  if (name === null) return inWords;
  if (field.path === 'theory.theory') return theoryWords(name) ?? inWords;
  const value = VALUES.find(({ id }) => id === name);
  return value ? `${value.name}. ${wordsOf({ score: value.id }).meaning}` : inWords;
}

/** Each column of the table of a run, and what it holds. */
export const columnWords = ({ frames }: Pick<Results, 'frames'>): readonly (readonly [column: string, words: string])[] =>
  [GENERATION, ...LANE_FIELDS].flatMap((field) => columnsOf(field, frames)).map((column) => [headOf(column), wordsOfColumn(column)]);
