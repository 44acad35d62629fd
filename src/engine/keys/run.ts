import { defaultsOf } from '../chosen';
import { METRICS } from '../metrics/about';
import { always, type Chosen, count, type Keys, type Option } from './key';

/** How long and how often it runs, and how it is scored. */
export const RUN_KEYS = {
  evaluation: count('Evaluation samples', {
    min: 50,
    max: 10000,
    scale: 'log',
    decides: ['floor'],
    fallback: (chosen: Chosen) => defaultsOf(chosen).evaluation,
  }),
  generations: count('Generations', {
    min: 1,
    max: 2000,
    scale: 'log',
    fallback: (chosen: Chosen) => defaultsOf(chosen).generations,
  }),
  replicates: count('Replicates', { min: 1, max: 10000, pageMax: 256, fallback: () => 1 }),
  seed: count('Seed', { max: 4294967295, decides: ['data', 'floor'], fallback: () => 1 }),
  scores: {
    type: 'list',
    label: 'Scores',
    live: false,
    decides: ['floor'],
    applies: always,
    options: METRICS.map(({ id, name }): Option => ({ id, name })),
    fallback: () => 'all',
  },
  k: count('Neighbours k', { min: 1, max: 20, decides: ['floor'], fallback: () => 5 }),
} as const satisfies Keys;

/** What changes on the way, and where it is computed: last in a link. */
export const LAST_KEYS = {
  changes: {
    type: 'changes',
    label: 'Changes',
    live: false,
    applies: always,
  },
  backend: {
    type: 'choice',
    label: 'Backend',
    live: false,
    applies: always,
    options: ['auto', 'webgl', 'wasm', 'cpu'].map((id): Option => ({ id, name: id })),
    fallback: () => 'auto',
  },
} as const satisfies Keys;
