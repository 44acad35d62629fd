import { about } from './about';
import type { Metric } from './scene';

export const shareBias: Metric = {
  ...about('shareBias'),
  compute({ shares, trueShares }) {
    if (!shares || !trueShares) return { undefined: 'these data have no modes or classes, or there are no samples' };
    return { value: shares.share.reduce((sum, share, m) => sum + Math.abs(share - trueShares[m]), 0) / 2 };
  },
};
