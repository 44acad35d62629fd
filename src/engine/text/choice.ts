import type { Chosen } from '../descriptions';

/** The texts that are books. */
const BOOKS: readonly string[] = ['moby-dick', 'addresses'];

export const isBook = ({ dataset }: Pick<Chosen, 'dataset'>): boolean => BOOKS.includes(dataset);

/** Whether symbols are words and marks: they can be in books alone. */
export const usesWords = ({ dataset, unit }: Pick<Chosen, 'dataset' | 'unit'>): boolean => unit === 'words' && BOOKS.includes(dataset);
