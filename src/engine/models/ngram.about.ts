import type { ModelDescription } from '../descriptions';
import { always, type Choices, count, type Keys } from '../keys/key';
import { isBook, usesWords, usualOrder } from '../text/choice';

export const ABOUT = {
  id: 'ngram',
  kind: 'text',
  name: 'N-gram',
  summary: 'Counts which symbol follows which few before it, and writes by those counts: the simplest of language models.',
  bias: 'How often each symbol has followed is taken to the power 1/λ, as the temperature of a language model does.',
  dataset: 'names',
  weighs: true,
  tensors: 'never',
  steps: null,
  fitCost: { seconds: 0.03, per: [['synthetic', 1000]] },
} as const satisfies ModelDescription;

/** The longest context of words. */
const MOST_WORDS = 3;

export const NGRAM_KEYS = {
  unit: {
    type: 'choice',
    label: 'Unit',
    live: false,
    decides: ['data', 'floor'],
    applies: always,
    refuses: (value: string | number, experiment: Choices) =>
      value === 'words' && !isBook(experiment) ? { why: 'needs a book; names and your own text go by letters', instead: 'letters' } : null,
    options: [
      { id: 'letters', name: 'Letters' },
      { id: 'words', name: 'Words' },
    ],
    fallback: () => 'letters',
  },
  order: count('Context', {
    max: 8,
    fallback: usualOrder,
    refuses: (value: string | number, experiment: Choices) =>
      Number(value) > MOST_WORDS && usesWords(experiment) ? { why: `goes to ${MOST_WORDS} words at most`, instead: MOST_WORDS } : null,
  }),
  smoothing: {
    type: 'number',
    label: 'Smoothing μ',
    live: { long: 'smoothing μ', short: 'μ' },
    applies: always,
    min: 0,
    max: 10,
    sliderMax: 2,
    scale: 'linear',
    fallback: () => 0.5,
  },
} as const satisfies Keys;
