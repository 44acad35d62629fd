import { datasetFor } from '../catalogue';
import { DATASETS } from '../datasets/about';
import { MODELS } from '../models/about';
import { always, type Chosen, count, type HelpOf, type Keys, MAD, NATURE, NO_FORMULA, type Option, type WordsOf } from './key';

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

export const CHOICE_HELP: HelpOf<typeof CHOICE_KEYS> = {
  v: 'version of this table of keys',
  model: 'what is fitted to each training set',
  dataset: 'where real data come from',
};

export const CHOICE_WORDS: WordsOf<Omit<typeof CHOICE_KEYS, 'v'>> = {
  model: {
    meaning: 'What learns: each generation a new one is fitted, from scratch, to that generation’s training set.',
    effect: 'A Gaussian can only shrink or wander, and its theory is exact; a mixture can also lose whole modes; a VAE learns images.',
    formula: 'G_t = fit(D_t)',
    latex: 'G_t=\\operatorname{fit}(D_t)',
    symbols: 'Gₜ: model of generation t; Dₜ: its training set.',
    trap: 'These are small stand-ins: they show what loops do, not how large image or language models behave in numbers.',
    source: `loops: ${MAD}; mixture and VAE after ${NATURE}`,
  },
  dataset: {
    meaning: 'The truth that the models try to learn. Only generation 1, and the loops with real data, ever see it.',
    effect: 'Many or rare modes are lost sooner; one round cloud has no modes to lose, and theory follows it exactly.',
    ...NO_FORMULA,
    trap: 'On the ring opposite modes can die without a trace in mean and variance: watch recall and modes alive.',
    source: 'the densities are written out under “How this is computed”',
  },
};
