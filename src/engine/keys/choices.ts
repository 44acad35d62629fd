import { datasetFor } from '../catalogue';
import { DATASETS } from '../datasets/about';
import { MODELS } from '../models/about';
import { always, type Chosen, count, type Keys, type Option } from './key';

const named = (entries: readonly Option[]): readonly Option[] => entries.map(({ id, name }) => ({ id, name }));

/** What is trained, and on what: these come first, for the keys of the others hang on them. */
export const CHOICE_KEYS = {
  v: count('Version', { min: 1, max: 1, fallback: () => 1 }),
  model: {
    type: 'choice',
    label: 'Model',
    live: false,
    decides: ['data'],
    applies: always,
    options: named(MODELS),
    fallback: () => 'gaussian-mixture',
  },
  dataset: {
    type: 'choice',
    label: 'Dataset',
    live: false,
    decides: ['data', 'floor'],
    applies: always,
    options: named(DATASETS),
    fallback: ({ model }: Chosen) => datasetFor(model),
  },
} as const satisfies Keys;
