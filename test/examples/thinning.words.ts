import { type HelpOf, NO_FORMULA, OURS, type WordsOf } from '../../src/engine/keys/explained';
import type { THINNING_KEYS } from './thinning.about';

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
