import { DERIVED, type HelpOf, MEASURED, NO_FORMULA, type WordsOf } from '../keys/explained';
import type { CURATION_KEYS } from './curation.about';

const FERBACH = 'Ferbach et al., arXiv 2407.09499';

export const CURATION_HELP: HelpOf<typeof CURATION_KEYS> = {
  curation:
    'which synthetic samples reach the training set: all, the densest (points), those that a classifier is surest of (digits), or the preferred ones',
  keep: 'fraction of the candidates that stays, with curation by density or confidence',
  preference: 'how strongly samples close to the favourite are preferred',
  favourite: 'the mode, digit, first letter or followed word that is preferred, counted from 0',
};

export const CURATION_WORDS: WordsOf<typeof CURATION_KEYS> = {
  curation: {
    meaning:
      'Somebody picks: more samples are drawn than needed, and only the best reach the training set. Best is where the truth is densest (points), what a classifier is surest of (digits), or what is closest to a favourite.',
    effect: 'The samples look better: precision, or the classifier’s confidence, goes up.',
    formula: 'p(x) is proportional to p₀(x) α(x)',
    latex: 'p(x)\\propto p_0(x)\\,\\alpha(x)',
    symbols: 'p₀: density of the model’s samples; p: of those that stay; α(x): how likely x is to stay.',
    trap: 'It is the disease dressed as a cure: scores look better while diversity dies. With real data beside it recall looks fine, too, and the shares of the modes are wrong.',
    source: `curation as a loop: ${FERBACH}; the trap: ${MEASURED}`,
  },
  keep: {
    meaning: 'The fraction φ of the candidates that stays, the best ones. The training set keeps its size: more candidates are drawn.',
    effect: 'Lower: a stricter choice, and diversity goes faster. At 1 everything stays.',
    formula: 'by density, each generation: variance times F_{d+2}(c)/φ, with F_d(c) = φ',
    latex: 'v\\mapsto\\frac{F_{d+2}(c)}{\\varphi}\\,v,\\qquad F_d(c)=\\varphi',
    symbols: 'One Gaussian, many samples. v: its variance; d: dimensions; F_d: distribution function of chi-square with d degrees of freedom.',
    trap: 'Keeping nine of ten is no mild choice: in two dimensions it takes a quarter of the variance in every generation.',
    source: DERIVED,
  },
  preference: {
    meaning: 'How strongly samples close to the favourite are preferred: the further away one is, the less often it stays. At 0 all stay.',
    effect: 'Higher: the samples gather around the favourite in fewer generations.',
    formula: 'x stays with probability exp(−κ |x − x*|²/2); then 1/a_t = 1 + κ (t − 1)',
    latex: 'P(x\\text{ stays})=e^{-\\frac{\\kappa}{2}|x-x^*|^2},\\qquad\\frac1{a_t}=1+\\kappa\\,(t-1)',
    symbols:
      'κ: preference; x*: the favourite’s centre; aₜ: variance of one Gaussian in the fully synthetic loop, with many samples, the true one being 1. Digits: exp(−κ (1 − P(favourite))).',
    trap: 'Real data beside it keep the spread and not the truth: recall and modes alive hardly move, while the shares lean to what is liked.',
    source: `${FERBACH}; the law: ${DERIVED}`,
  },
  favourite: {
    meaning:
      'Which mode of the points, digit, first letter of names or followed word of a book is preferred. In points without modes it is the point (1, 0).',
    effect: 'Samples gather there, and its share grows at the cost of the others.',
    ...NO_FORMULA,
    trap: 'Links count from 0: favourite=0 is mode 1 of the points, digit 0, letter A. Passages of 25 words and marks that hold the word pass as a whole.',
    source: MEASURED,
  },
};
