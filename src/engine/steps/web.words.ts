import { type HelpOf, MEASURED, type WordsOf } from '../keys/explained';
import type { WEB_KEYS } from './web.about';

export const WEB_HELP: HelpOf<typeof WEB_KEYS> = {
  web: 'synthetic share of the new samples, which rises as max,middle,width say, in the fresh data loop; empty: as many as real and synthetic say',
};

export const WEB_WORDS: WordsOf<typeof WEB_KEYS> = {
  web: {
    meaning:
      'The web fills up: of what the fresh data loop finds each generation, more and more is synthetic, up to a highest share. Half of that is reached at the middle; the width says how slowly.',
    effect: 'A higher end leaves less that is real; an earlier middle and a smaller width bring it sooner.',
    formula: 'q_t = max/(1 + exp(−(t − middle)/width))',
    latex: 'q_t=\\frac{\\text{max}}{1+e^{-(t-\\text{middle})/\\text{width}}}',
    symbols: 'qₜ: share of synthetic samples among the new ones of generation t, n_r + n_s in all.',
    trap: 'It looks well for long: at most 98 % synthetic, the ring’s recall is 0.96 at generation 25 and 0.79 at 50. Of the numbers of real and synthetic samples only the sum counts.',
    source: MEASURED,
  },
};
