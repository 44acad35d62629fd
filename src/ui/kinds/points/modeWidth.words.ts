import type { ScoreWords } from '../../../engine/descriptions';

export const MODE_WIDTH_WORDS: ScoreWords = {
  meaning:
    'How far the samples of a mode lie apart, as a part of how far real ones do: at 100 % modes are as wide as the real ones, at 0 % all samples of a mode coincide. It is measured on the samples in the picture and is that of a typical mode, the median over those alive.',
  formula:
    'median over the modes alive of s / (0.974 σ); s = root mean square deviation, per axis, of the samples within 3 σ of the mode’s centre from their mean (divisor n − 1); 0.974 = √(1 − 4.5 / (e^4.5 − 1)), what the same cut leaves of the width σ of a true mode',
  latex: '\\frac{1}{0.974\\,\\sigma}\\,\\operatorname*{median}_{j\\ \\text{alive}}\\,s_j',
  symbols:
    'sⱼ: root mean square deviation, per axis, of the samples within 3 σ of the centre of mode j from their mean (divisor n − 1); σ: standard deviation of a true mode, of which the same cut leaves 0.974.',
  trap: 'A mode that is gone no longer counts: read it beside the number of modes alive. Small training sets make modes a little too narrow from generation 1 on.',
  source: 'definition of this project',
};
