import { DERIVED, type HelpOf, MEASURED, type WordsOf } from '../keys/explained';
import type { WEIGHT_KEYS } from './weights.about';

export const WEIGHT_HELP: HelpOf<typeof WEIGHT_KEYS> = {
  realWeight: 'weight of all real samples of a training set together in the fit: by count, the optimum against noise, or a number',
};

export const WEIGHT_WORDS: WordsOf<typeof WEIGHT_KEYS> = {
  realWeight: {
    meaning:
      'How much all real samples of a training set count together in the fit, whatever their number; the synthetic ones share the rest. By count, each sample counts the same.',
    effect: 'Higher: real data decide more. On handwritten digits it is the strongest cure of all.',
    formula: 'optimum w* = (√(1 + 4k) − 1)/(2k), with k = (1 − h) n_s/n_r',
    latex: 'w^*=\\frac{\\sqrt{1+4k}-1}{2k},\\qquad k=(1-h)\\,\\frac{n_s}{n_r}',
    symbols:
      'w: weight of the real data; n_r, n_s: real and synthetic samples; h: 0 where the real ones are new each time, 1 where they stay the same. At n_s = n_r new ones: 0.618.',
    trap: 'It depends on the disease. “Optimal” is worked out against noise at λ = 1; handwritten digits want 0.9, and a high weight on a few real samples makes noise worse.',
    source: `w*: He, Xu and Cheng, arXiv 2502.18049; with an archive: ${DERIVED}; digits: ${MEASURED}`,
  },
};
