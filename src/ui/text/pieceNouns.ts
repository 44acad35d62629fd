import { datasetOf, isRunningText, kindOf, manyOf } from '../../engine/chosen';
import type { Chosen } from '../../engine/descriptions';
import { thousands } from '../../format';

/** What one is called, and what several are. */
export interface Nouns {
  readonly one: string;
  readonly many: string;
}

const NAME: Nouns = { one: 'name', many: 'names' };
const LINE: Nouns = { one: 'line', many: 'lines' };
const WORD: Nouns = { one: 'word', many: 'words' };
const LETTER: Nouns = { one: 'letter', many: 'letters' };
const CHARACTER: Nouns = { one: 'character', many: 'characters' };

/** What a piece of text on the screen is: of running text a word, else the whole of a sample. */
export function pieceNouns(experiment: Chosen): Nouns {
  if (isRunningText(experiment)) return WORD;
  return experiment.dataset === 'names' ? NAME : LINE;
}

/** What is counted as the variety of a text: "word alive", and of names and lines, of which nothing is alive, "different name". */
export function varietyNouns(experiment: Chosen): Nouns {
  const { one, many } = pieceNouns(experiment);
  return isRunningText(experiment) ? { one: `${one} alive`, many: `${many} alive` } : { one: `different ${one}`, many: `different ${many}` };
}

/** The same behind "of the" and "fewer". */
export const varietyMany = (experiment: Chosen): string => (isRunningText(experiment) ? WORD.many : varietyNouns(experiment).many);

/** What a model learns from, in a sentence: of one's own text lines, not samples. */
export const samplesNoun = (experiment: Chosen): string =>
  kindOf(experiment).id === 'text' && !isRunningText(experiment) ? pieceNouns(experiment).many : manyOf(experiment);

/** The noun for so many: one of exactly 1, several of all others. */
export const nounFor = (count: number, { one, many }: Nouns): string => (count === 1 ? one : many);

/** "1 letter" of a name, "2 characters" of a line, which has blanks and marks as well. */
export const countedCharacters = (count: number, experiment: Chosen): string =>
  countedNoun(count, experiment.dataset === 'names' ? LETTER : CHARACTER);

/** What is read, behind "in" and "of". */
export function sourceName(experiment: Chosen): string {
  if (experiment.dataset === 'own-text') return 'your text';
  return experiment.dataset === 'addresses' ? 'the State of the Union addresses' : datasetOf(experiment).name;
}

/** "1 word alive", "1,234 different names" */
export const countedNoun = (count: number, nouns: Nouns): string => `${thousands(count)} ${nounFor(count, nouns)}`;

/** Whether a loop is told by how many different words it has, and by no modes: a book, for the few words that are followed in it are not its variety. */
export const isToldByWords = (experiment: Chosen): boolean => kindOf(experiment).captionScore === 'wordsAlive' && isRunningText(experiment);

/** A median of counts may lie between two: "1 or 2". */
export const countWords = (count: number): string => (Number.isInteger(count) ? String(count) : `${Math.floor(count)} or ${Math.ceil(count)}`);
