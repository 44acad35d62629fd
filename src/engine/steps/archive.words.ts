import { DERIVED, type HelpOf, MEASURED, type WordsOf } from '../keys/explained';
import type { ARCHIVE_KEYS } from './archive.about';

export const ARCHIVE_HELP: HelpOf<typeof ARCHIVE_KEYS> = {
  archive: 'real samples stored before there were synthetic ones, the initial ones among them; 0: no archive',
  archiveDraw: 'samples of the archive in every training set from generation 2 on',
  archiveGrowth: 'new real samples that the archive gains each generation',
};

export const ARCHIVE_WORDS: WordsOf<typeof ARCHIVE_KEYS> = {
  archive: {
    meaning: 'A store of real samples from before there were any synthetic ones; those of generation 1 are among them. 0 is no archive.',
    effect:
      'Larger: its own errors come back less often. Twice what is drawn from it does as well as real data alone against noise; more does better.',
    formula: 'm*/(1/n_a) = (1 + 2 q h)/(1 + q), with h = n_a/N_A',
    latex: '\\frac{m^*}{1/n_a}=\\frac{1+2\\,q\\,h}{1+q},\\qquad h=\\frac{n_a}{N_A}',
    symbols:
      'm*: where the squared error of the mean settles, at λ = 1, with no other real data; n_a: samples drawn from the archive; q: share of synthetic ones.',
    trap: 'Little of it cures noise. Against bias real data need half of the weight and more, and a store no larger than the draw is synthetic augmentation again.',
    source: DERIVED,
  },
  archiveDraw: {
    meaning:
      'How many samples of the archive join each training set from generation 2 on, drawn anew each time; all of it where it holds fewer. Their origin is known, so no detector looks at them.',
    effect: 'More: a larger share of every training set is real.',
    formula: 'N_A = 2 n_a: m* = 1/n_a',
    latex: 'N_A=2\\,n_a\\;\\Rightarrow\\;m^*=\\frac1{n_a}',
    symbols:
      'N_A: size of the archive; n_a: samples drawn from it; m*: where the squared error of the mean settles, at λ = 1, as with n_a real samples alone.',
    trap: 'How many are enough depends on the disease: 16 beside 200 synthetic samples hold the ring, and 250 beside 1,000 do not hold handwritten digits.',
    source: `the law: ${DERIVED}; ring and digits: ${MEASURED}`,
  },
  archiveGrowth: {
    meaning: 'How many new real samples the archive gains in every generation from the second on, before it is drawn from.',
    effect: 'More: the errors of the first samples fade.',
    formula: 'N_A(t) = N_A + (t − 1) g',
    latex: 'N_A(t)=N_A+(t-1)\\,g',
    symbols: 'N_A: size of the archive at the start; g: growth; t: generation.',
    trap: 'Here all that joins is real. Elsewhere somebody has to know that.',
    source: DERIVED,
  },
};
