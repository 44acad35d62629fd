import ln from '@stdlib/math-base-special-ln';
import type { Metric } from './scene';

export const classEntropy: Metric = {
  id: 'classEntropy',
  name: 'Class entropy',
  aspect: 'diversity',
  better: 'higher',
  range: [0, Math.LN10],
  scale: 'linear',
  meaning:
    'How evenly the ten digits appear among the generated images, in nats: 2.30 (ln 10) when all are equally frequent, 0 when only one is left.',
  formula: '−Σ p ln p over the shares p of the ten classes, as the digit classifier names them',
  latex: '-\\sum_{j}p_j\\ln p_j',
  symbols: 'pⱼ: share of the generated images that the digit classifier names j.',
  trap: 'The classifier must name a digit even where there is none, so blurred images split between classes look like variety. Look at the images too.',
  source: 'Shannon entropy of predicted classes',
  kinds: ['images'],
  needsModes: true,
  rank: 4,
  compute({ shares }) {
    if (!shares) return { undefined: 'there are no classes or no samples' };
    return { value: shares.share.reduce((entropy, share) => (share > 0 ? entropy - share * ln(share) : entropy), 0) };
  },
};
