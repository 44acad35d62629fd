import { defaultsOf } from '../chosen';
import type { Memory } from '../descriptions';
import { loops } from '../loops';
import { loopsOf, treatedLoops } from '../loops/named';
import { treatments } from '../loops/treatments';
import { always, type Chosen, count, ever, type Keys, type Option } from './key';

const memories: readonly (Option & { readonly id: Memory })[] = [
  { id: 'previous', name: 'Previous generation' },
  { id: 'all', name: 'All generations' },
  { id: 'subsample', name: 'Random subset' },
  { id: 'last', name: 'Last generations' },
];

/** What each training set is made of. */
export const LOOP_KEYS = {
  loop: {
    type: 'list',
    label: 'Loops',
    live: false,
    applies: always,
    options: loops.map(({ id, name }): Option => ({ id, name })),
    further: treatedLoops.map(({ id, name }): Option => ({ id, name })),
    allowsFurther: `each also with no cure or one alone, as ID-with-${treatments.map(({ id }) => id).join(', -')}`,
    most: 4,
    // fixed: a loop added later must not join the links of before
    fallback: () => 'fully-synthetic,synthetic-augmentation,fresh-data',
  },
  memory: {
    type: 'choice',
    label: 'Memory',
    live: { long: 'memory', short: 'memory' },
    applies: always,
    options: memories,
    fallback: () => 'previous',
  },
  span: count('Generations remembered', {
    live: { long: 'generations remembered', short: 'span' },
    min: 1,
    max: 100,
    scale: 'log',
    fallback: () => 5,
    waits: true,
    applies: (experiment) => ever(experiment, ({ memory }) => memory === 'last'),
  }),
  initialReal: count('Initial real samples', {
    min: 10,
    scale: 'log',
    decides: ['data'],
    fallback: (chosen: Chosen) => defaultsOf(chosen).initialReal,
  }),
  real: count('Fresh real samples per generation', {
    live: { long: 'fresh real samples', short: 'fresh data' },
    scale: 'log',
    fallback: (chosen: Chosen) => defaultsOf(chosen).real,
    waits: true,
    applies: (experiment) => loopsOf(experiment).some(({ parts }) => parts.includes('fresh')),
  }),
  synthetic: count('Synthetic samples per generation', {
    live: { long: 'synthetic samples', short: 'synthetic' },
    min: 10,
    scale: 'log',
    fallback: (chosen: Chosen) => defaultsOf(chosen).synthetic,
  }),
  bias: {
    type: 'number',
    label: 'Sampling bias λ',
    live: { long: 'sampling bias λ', short: 'λ' },
    applies: always,
    min: 0,
    max: 1.5,
    sliderMax: 1,
    scale: 'linear',
    fallback: () => 1,
  },
} as const satisfies Keys;

/** What a model is told by the bias, on the page too. */
export const BIAS_HELP = 'at 1 a model is sampled faithfully; lower keeps to what is likeliest, and buys quality with diversity';
