import { DATASETS } from '../datasets/about';
import type { Chosen } from '../descriptions';

/** Whether the data are running text of a fixed source, not names and not one's own. */
export const isBook = ({ dataset }: Pick<Chosen, 'dataset'>): boolean => DATASETS.some(({ id, isRunning }) => id === dataset && isRunning === true);

/** Whether symbols are words and marks: they can be in books alone. */
export const usesWords = (chosen: Pick<Chosen, 'dataset' | 'unit'>): boolean => chosen.unit === 'words' && isBook(chosen);

/** The usual length of contexts: symbols of the order that a model has unless it is said, and by which scores read every model. */
export function usualOrder(chosen: Pick<Chosen, 'dataset' | 'unit' | 'form'>): number {
  if (usesWords(chosen)) return 2;
  return isBook(chosen) || chosen.form === 'running' ? 5 : 3;
}
