import { type HelpOf, MAD, NO_FORMULA, OURS, type WordsOf } from '../keys/explained';
import type { DATASET_KEYS } from './about';

/** What the page explains, and a line on each key for shells and docs: nothing of it is needed before somebody asks. */

export const DATASET_HELP: HelpOf<typeof DATASET_KEYS> = {
  dim: 'dimensions of the Gaussian data',
  points: 'the points of dataset=drawn, as the page writes them into links and files',
  text: 'the text of dataset=own-text; here in the --config file',
  form: 'how own text is cut: one sample a line, or running text',
};

export const DATASET_WORDS: WordsOf<typeof DATASET_KEYS> = {
  dim: {
    meaning: 'How many numbers make up one sample of the Gaussian data.',
    effect: 'More dimensions: more to estimate from the same samples, so the loops go wrong sooner.',
    formula: 'x ~ N(0, I_d)',
    latex: 'x\\sim\\mathcal N(0,\\,I_d)',
    symbols: 'd: dimensions; I_d: variance 1 along each, no correlation.',
    trap: 'The picture shows the first two axes only, whatever d is.',
    source: `d = 100 is the setting of ${MAD}, Fig. 10`,
  },
  points: {
    meaning: 'Your own truth: points that you draw, paste or drop. Real data are drawn from the cloud around them, so there is no end to them.',
    effect: 'Small groups and thin lines are the rare parts: they are what the loops forget first.',
    formula: 'p(x) = 1/N sum of N(x; x_n, h² I)',
    latex: 'p(x)=\\frac1N\\sum_{n=1}^{N}\\mathcal N(x;\\,x_n,\\,h^2 I)',
    symbols: 'xₙ: your N points; h: the median distance to the nearest neighbour, between 0.05 and 0.2; I: the identity.',
    trap: 'The models see samples of this density, not your points themselves; the finest details are smoothed away before anything is learnt.',
    source: 'kernel density estimate; the bandwidth is a choice of MAD Lab',
  },
  text: {
    meaning: 'Your own truth: names, words or lines of which a model makes new ones, or a text that it goes on writing.',
    effect: 'What is rare in it, a letter or a word, is what the loops forget first.',
    ...NO_FORMULA,
    trap: 'From 100 samples on a fifth of it is held out for the scores. With fewer all of it is learned from, and scores that need held-out text say so.',
    source: OURS,
  },
  form: {
    meaning: 'Whether each line is a sample of its own, as in a list of names, or all is one running text.',
    effect: 'A list gives new entries of a list; running text gives sentences.',
    ...NO_FORMULA,
    trap: 'Of lines over 60 characters only the beginning is learned.',
    source: OURS,
  },
};
