import { ln } from '../math/ln';
import { about } from './about';
import type { Metric } from './scene';

export const classEntropy: Metric = {
  ...about('classEntropy'),
  compute({ shares }) {
    if (!shares) return { undefined: 'there are no classes or no samples' };
    return { value: shares.share.reduce((entropy, share) => (share > 0 ? entropy - share * ln(share) : entropy), 0) };
  },
};
