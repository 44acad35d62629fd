import type { Metric } from './scene';

export const shareBias: Metric = {
  id: 'shareBias',
  name: 'Share bias',
  aspect: 'fairness',
  better: 'lower',
  range: [0, 1],
  scale: 'linear',
  meaning:
    'The part of the generated samples that would have to move to another mode or class to restore the true shares: 0 is unbiased, near 1 almost everything sits in the wrong place.',
  formula: '½ Σ |share of generated samples − true share| over modes (nearest centre) or classes (as the classifier says): the total variation',
  latex: '\\frac12\\sum_j\\left|\\,\\hat p_j-p_j\\,\\right|',
  symbols: 'p̂ⱼ: share of the generated samples nearest to mode j (or classified as j); pⱼ: its true share. The total variation.',
  trap: 'Even a perfect model shows a little of it, because shares of a finite sample fluctuate: compare with generation 1. What no mode made is still counted to the nearest one.',
  source: 'total variation distance; as a score of the loop: this project',
  kinds: ['points', 'images'],
  needsModes: true,
  rank: null,
  compute({ shares, trueShares }) {
    if (!shares || !trueShares) return { undefined: 'these data have no modes or classes, or there are no samples' };
    return { value: shares.share.reduce((sum, share, m) => sum + Math.abs(share - trueShares[m]), 0) / 2 };
  },
};
