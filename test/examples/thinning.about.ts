import type { StepDescription } from '../../src/engine/descriptions';
import { count, type HelpOf, type Keys, NO_FORMULA, OURS, type WordsOf } from '../../src/engine/keys/key';

export const ABOUT: StepDescription = {
  id: 'thinning',
  name: 'Thinning',
  summary: 'Leaves out every so many of the synthetic samples.',
  keys: ['thin'],
};

export const THINNING_KEYS = {
  thin: count('Synthetic samples left out, %', { live: { long: 'synthetic samples left out', short: 'left out' }, max: 90, fallback: () => 0 }),
} as const satisfies Keys;

export const THINNING_HELP: HelpOf<typeof THINNING_KEYS> = { thin: 'how many in a hundred synthetic samples are left out' };

export const THINNING_WORDS: WordsOf<typeof THINNING_KEYS> = {
  thin: {
    meaning: 'How many in a hundred of the new synthetic samples do not reach the training set.',
    effect: 'More: smaller training sets, and more of real data in them.',
    ...NO_FORMULA,
    trap: 'It is the same as fewer synthetic samples.',
    source: OURS,
  },
};
