import { isRunningText, manyOf } from '../../engine/chosen';
import type { Chosen } from '../../engine/descriptions';

/** What the words alive are of text, in a sentence: "67 words alive", "204 different names". */
export const varietyWords = (experiment: Chosen): string =>
  isRunningText(experiment) ? 'words alive' : `different ${experiment.dataset === 'own-text' ? 'lines' : manyOf(experiment)}`;

/** The same behind "of the". */
export const varietyNoun = (experiment: Chosen): string => (isRunningText(experiment) ? 'words' : varietyWords(experiment));
