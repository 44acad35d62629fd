import { datasetOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';

type Chosen = Pick<Experiment, 'dataset' | 'unit'>;

/** Whether the text is a book of ours. */
export const isBook = ({ dataset }: Chosen): boolean => datasetOf({ dataset }).isRunning === true;

/** Whether symbols are words and marks; else they are letters. */
export const byWords = (chosen: Chosen): boolean => chosen.unit === 'words' && isBook(chosen);
