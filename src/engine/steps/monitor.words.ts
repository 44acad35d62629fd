import { type HelpOf, MEASURED, NO_FORMULA, OURS, type WordsOf } from '../keys/explained';
import type { MONITOR_KEYS } from './monitor.about';

export const MONITOR_HELP: HelpOf<typeof MONITOR_KEYS> = {
  monitor: 'the score that is watched in every generation, on real samples of its own',
  tolerance: 'how much worse than generation 1 that score may become before the alarm',
  action: 'what an alarm does: stop, put the last good model back, or add the first real data to the next training set',
};

export const MONITOR_WORDS: WordsOf<typeof MONITOR_KEYS> = {
  monitor: {
    meaning:
      'Every model is scored against real samples that are kept for this alone. When one is too much worse than that of generation 1, there is an alarm.',
    effect: 'On recall it works, and stays at the tolerance’s edge. On the Frechet distance it only looks so.',
    ...NO_FORMULA,
    trap: 'It guards only what it watches: rolled back on the Frechet distance, the ring keeps that score while recall falls and modes die.',
    source: MEASURED,
  },
  tolerance: {
    meaning: 'How much worse than generation 1 the watched score may become before the alarm.',
    effect: 'Lower: an earlier alarm, and more false ones.',
    formula: 'alarm where R_1 − R_t > τ, or FD_t − FD_1 > τ, or 1 − W_t/W_1 > τ',
    latex: 'R_1-R_t>\\tau,\\quad\\mathrm{FD}_t-\\mathrm{FD}_1>\\tau\\quad\\text{or}\\quad 1-W_t/W_1>\\tau',
    symbols: 'τ: tolerance; R: recall; FD: Frechet distance; W: words alive; 1, t: generations.',
    trap: 'Chance alone sounds a strict alarm: with synthetic augmentation on the ring, 0.05 on recall did so in 80 % of runs within 50 generations, 0.15 in 10 %.',
    source: MEASURED,
  },
  action: {
    meaning:
      'What an alarm does: stop and keep the last good model, put that in the place of the bad one, or give the next training set the first real data as well.',
    effect: 'Stopping ends the loss. Rolling back tries again. Adding real data holds the loop near what is tolerated.',
    ...NO_FORMULA,
    trap: 'Rolling back is a random search that wastes the work: on the ring, with recall and a tolerance of 0.15, 37 of 49 generations were rejected.',
    source: `${OURS}; the trap: ${MEASURED}`,
  },
};
