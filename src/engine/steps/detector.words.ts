import { DERIVED, type HelpOf, MEASURED, type WordsOf } from '../keys/explained';
import type { DETECTOR_KEYS } from './detector.about';

export const DETECTOR_HELP: HelpOf<typeof DETECTOR_KEYS> = {
  detector: 'share of the synthetic samples that a detector finds and removes; 0: no detector',
  falseAlarms: 'share of the real samples that the detector removes by mistake',
  refill: 'whether a training set that the detector has thinned is filled up again with new samples, in the fresh data loop',
};

export const DETECTOR_WORDS: WordsOf<typeof DETECTOR_KEYS> = {
  detector: {
    meaning:
      'A detector looks at every new sample and removes those that it takes for synthetic. Its recall r is the share of the synthetic ones that it finds; 0 is no detector.',
    effect: 'Higher: more of each training set is real, and the set shrinks unless it is refilled.',
    formula: 'p/q = p₀/q₀ · (1 − f)/(1 − r)',
    latex: '\\frac{p}{q}=\\frac{p_0}{q_0}\\cdot\\frac{1-f}{1-r}',
    symbols: 'p₀, q₀: shares of real and synthetic samples; p, q: those behind the detector; r: its recall; f: its false alarms.',
    trap: 'Deleting works against bias. Where the disease is noise, of too few samples, it only harms, and in the fully synthetic loop, which has nothing real to keep, it is poison.',
    source: `the odds: ${DERIVED}; a detector that resamples: Drayson et al., arXiv 2502.15654`,
  },
  falseAlarms: {
    meaning: 'The share f of the real samples that the detector takes for synthetic and removes.',
    effect: 'Higher: more real data are lost.',
    formula: 'p > p₀ only where f < r',
    latex: 'p>p_0\\iff f<r',
    symbols: 'p₀, p: share of real samples before and behind the detector; r: its recall.',
    trap: 'At f = r it knows no more than a coin: the shares stay and the set shrinks. Beyond, it removes what it is there to protect.',
    source: DERIVED,
  },
  refill: {
    meaning:
      'Whether a thinned training set is filled up again: candidates, real ones as often as before, go on coming until as many have passed as without a detector.',
    effect: 'Yes: the set keeps its size and holds more real data, which helps against noise, too. No: it shrinks.',
    formula: 'p = p₀ (1 − f)/(p₀ (1 − f) + q₀ (1 − r))',
    latex: 'p=\\frac{p_0\\,(1-f)}{p_0\\,(1-f)+q_0\\,(1-r)}',
    symbols: 'p₀, q₀: shares of real and synthetic candidates; p: of real ones in the full set; r, f: recall and false alarms.',
    trap: 'It takes more new real data than before, so only the fresh data loop can. In the fully synthetic loop it changes nothing.',
    source: `the share: ${DERIVED}; that it helps: ${MEASURED}`,
  },
};
